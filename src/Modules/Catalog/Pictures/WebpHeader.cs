using System.Buffers.Binary;

namespace Emporium.Catalog.Pictures;

/// <summary>WebP (RFC 9649): a RIFF file whose first chunk is a lossy frame (VP8), a lossless one (VP8L), or the canvas of an extended file (VP8X).</summary>
internal static class WebpHeader
{
    private const int FourteenBits = 0x3FFF;

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8)) return null;
        var chunk = bytes.Slice(12, 4);
        if (chunk.SequenceEqual("VP8 "u8)) return Lossy(bytes[20..]);
        if (chunk.SequenceEqual("VP8L"u8)) return Lossless(bytes[20..]);
        return chunk.SequenceEqual("VP8X"u8) ? Of(Read24(bytes[24..]) + 1, Read24(bytes[27..]) + 1) : null;
    }

    private static ImageHeader? Lossy(ReadOnlySpan<byte> frame) => frame[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
        ? Of(BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & FourteenBits, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & FourteenBits)
        : null;

    private static ImageHeader? Lossless(ReadOnlySpan<byte> frame)
    {
        if (frame[0] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        return Of((int)(bits & FourteenBits) + 1, (int)((bits >> 14) & FourteenBits) + 1);
    }

    private static int Read24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static ImageHeader Of(int width, int height) => new("image/webp", width, height);
}
