namespace Emporium.Catalog.Pictures;

/// <summary>What a picture's own first bytes say of it. Read without decoding anything, so that a bomb is recognized before it goes off.</summary>
/// <param name="MediaType">IANA media type, by content and never by name.</param>
/// <param name="Width">In pixels, as it is shown.</param>
/// <param name="Height">In pixels, as it is shown.</param>
internal sealed record ImageHeader(string MediaType, int Width, int Height)
{
    /// <summary>The header of a PNG, JPEG, WebP, AVIF or GIF; null for anything else, and for one whose size cannot be read.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) =>
        PngHeader.Read(bytes) ?? JpegHeader.Read(bytes) ?? WebpHeader.Read(bytes) ?? GifHeader.Read(bytes) ?? AvifHeader.Read(bytes);

    /// <summary>True for anything that a browser could take for SVG: markup that names it near its beginning.</summary>
    public static bool IsSvg(ReadOnlySpan<byte> bytes) =>
        System.Text.Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 1_024)]).Contains("<svg", StringComparison.OrdinalIgnoreCase);
}
