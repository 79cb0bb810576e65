using System.Buffers.Binary;

namespace Emporium.Catalog.Pictures;

/// <summary>PNG (W3C, third edition): the signature, then IHDR, which begins with width and height.</summary>
internal static class PngHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 33 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && bytes[12..].StartsWith("IHDR"u8)
            ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;
}

/// <summary>GIF (89a, §18): the signature, then width and height of the logical screen.</summary>
internal static class GifHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 13 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            ? new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
            : null;
}
