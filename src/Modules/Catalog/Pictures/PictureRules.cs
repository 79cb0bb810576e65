using Emporium.Catalog.Products;

namespace Emporium.Catalog.Pictures;

/// <summary>Which pictures the store takes, decided by their content.</summary>
internal static class PictureRules
{
    /// <summary>The longest side that WebP knows, and browsers draw.</summary>
    public const int MaxSide = 16_383;

    /// <summary>50 megapixels: a good camera's picture, and 200 MB once a browser has decoded it.</summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>The widths of the copies that a browser makes at the upload, in pixels.</summary>
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1_600];

    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/webp"] = ".webp",
        ["image/avif"] = ".avif",
        ["image/gif"] = ".gif",
    };

    /// <exception cref="Refusal"><c>picture.empty</c>, <c>picture.svg_refused</c>, <c>picture.type_unknown</c>, <c>picture.too_many_pixels</c>.</exception>
    public static ImageHeader Original(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw Refusal.Invalid("picture.empty", "The picture is empty. Choose another one.", "picture");
        if (ImageHeader.Read(bytes) is { Width: > 0, Height: > 0 } header) return Bounded(header);
        if (ImageHeader.IsSvg(bytes)) throw Refusal.Invalid("picture.svg_refused", "An SVG can hold scripts that would run in your buyers' browsers, so the store takes none. Export it as PNG or WebP.", "picture");
        throw Refusal.Invalid("picture.type_unknown", "This is no PNG, JPEG, WebP, AVIF or GIF picture, whatever its name says. Export it as one of them.", "picture");
    }

    /// <summary>A smaller copy: WebP, of one of the widths, narrower than the original and of its proportions.</summary>
    /// <exception cref="Refusal"><c>picture.copy_invalid</c>.</exception>
    public static ImageHeader Copy(ReadOnlySpan<byte> bytes, ImageHeader original)
    {
        var fits = ImageHeader.Read(bytes) is { MediaType: "image/webp" } copy && Widths.Contains(copy.Width) && copy.Width <= original.Width
            && Math.Abs(copy.Height - ((double)original.Height * copy.Width / original.Width)) <= 1.5;
        return fits ? ImageHeader.Read(bytes)! : throw Refusal.Invalid("picture.copy_invalid", "A smaller copy is not what it should be: WebP, 480, 960 or 1,600 pixels wide, of the picture's own proportions.", "copy");
    }

    /// <summary>The name with the ending of what it is.</summary>
    public static string Name(string name, ImageHeader header) => FileNames.Clean(Path.ChangeExtension(FileNames.Clean(name), null) + Endings[header.MediaType]);

    private static ImageHeader Bounded(ImageHeader header) => header.Width <= MaxSide && header.Height <= MaxSide && (long)header.Width * header.Height <= MaxPixels
        ? header
        : throw Refusal.Invalid("picture.too_many_pixels", $"The picture says it has {header.Width:N0} × {header.Height:N0} pixels. The store takes up to {MaxSide:N0} a side and {MaxPixels / 1_000_000} million in all; make it smaller.", "picture");
}
