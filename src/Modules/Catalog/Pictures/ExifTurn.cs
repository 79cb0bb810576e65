using System.Buffers.Binary;

namespace Emporium.Catalog.Pictures;

/// <summary>The orientation (tag 0x0112, Exif 2.32 §4.6.4) of a camera's picture, as far as it decides which side is the width.</summary>
internal static class ExifTurn
{
    private const int Orientation = 0x0112;
    private const int EntrySize = 12;

    /// <param name="segment">An APP1 segment of a JPEG, without marker and length.</param>
    public static bool IsSideways(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14) return false;
        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var first = Read32(tiff[4..], isLittle);
        if (first < 8 || first + 2 > tiff.Length) return false;

        var entries = tiff[((int)first + 2)..];
        var count = Math.Min(Read16(tiff[(int)first..], isLittle), entries.Length / EntrySize);
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(i * EntrySize, EntrySize);
            if (Read16(entry, isLittle) == Orientation) return Read16(entry[8..], isLittle) is >= 5 and <= 8;
        }
        return false;
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
