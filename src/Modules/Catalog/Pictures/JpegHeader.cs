using System.Buffers.Binary;

namespace Emporium.Catalog.Pictures;

/// <summary>JPEG (ITU-T T.81, annex B): segments until the frame header, which holds the size; Exif may say that it is shown turned.</summary>
internal static class JpegHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return null;
        var isTurned = false;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (IsFrame(marker)) return Frame(bytes[(at + 4)..], isTurned);
            if (length < 2 || at + 2 + length > bytes.Length) return null;
            if (marker == 0xE1) isTurned |= ExifTurn.IsSideways(bytes.Slice(at + 4, length - 2));
            at += 2 + length;
        }
        return null;
    }

    // SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC).
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageHeader Frame(ReadOnlySpan<byte> frame, bool isTurned)
    {
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return isTurned ? new("image/jpeg", height, width) : new("image/jpeg", width, height);
    }
}
