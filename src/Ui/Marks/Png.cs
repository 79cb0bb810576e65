using System.Buffers.Binary;
using System.IO.Compression;

namespace Emporium.Ui;

/// <summary>Portable Network Graphics (W3C PNG, third edition): writes pictures, and takes strangers' pictures apart without believing them.</summary>
public static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] Needed = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

    /// <param name="pixels">Red, green, blue and opacity, row by row.</param>
    public static byte[] Write(byte[] pixels, int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);

        using var data = new MemoryStream();
        using (var packed = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                packed.Write(pixels, y * width * 4, width * 4);
            }
        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>The picture with nothing in it but the picture: comments, places and profiles are left out.</summary>
    /// <returns>Null for what is no PNG.</returns>
    public static (byte[] Bytes, int Width, int Height)? Strip(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) return null;
        var (kept, at, width, height) = (new List<byte>(Signature), Signature.Length, 0, 0);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return null;
            var type = System.Text.Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var body = file.Slice(at + 8, (int)length);
            if (BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]) != Checksum(file.Slice(at + 4, 4 + (int)length))) return null;
            if (type == "IHDR" && body.Length == 13) (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
            if (Needed.Contains(type, StringComparer.Ordinal)) kept.AddRange(file.Slice(at, 12 + (int)length));
            at += 12 + (int)length;
            if (type == "IEND") return width > 0 && height > 0 ? ([.. kept], width, height) : null;
        }
        return null;
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        var chunk = new byte[12 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        System.Text.Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), Checksum(chunk.AsSpan(4, 4 + body.Length)));
        return chunk;
    }

    /// <summary>CRC-32 as ISO 3309 has it, which .NET keeps to itself.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
