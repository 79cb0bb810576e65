using System.Buffers.Binary;

namespace Emporium.Catalog.Pictures;

/// <summary>AVIF (AV1 Image File Format over ISO/IEC 23008-12): the largest of the image sizes (<c>ispe</c>) among the properties of the file's items.</summary>
internal static class AvifHeader
{
    private const int BoxHead = 8;

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8) || !IsAvif(bytes)) return null;
        var properties = Find(Find(Find(bytes, "meta"u8, skip: 4), "iprp"u8), "ipco"u8);
        var (width, height) = (0L, 0L);
        while (Next(ref properties, out var type, out var content))
        {
            if (!type.SequenceEqual("ispe"u8) || content.Length < 12) continue;
            var (w, h) = (BinaryPrimitives.ReadUInt32BigEndian(content[4..]), BinaryPrimitives.ReadUInt32BigEndian(content[8..]));
            if ((long)w * h > width * height) (width, height) = (w, h);
        }
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new("image/avif", (int)width, (int)height) : null;
    }

    private static bool IsAvif(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min((int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue), bytes.Length);
        for (var at = BoxHead; at + 4 <= length; at += 4)
            if (bytes.Slice(at, 4).SequenceEqual("avif"u8)) return true;
        return false;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> wanted, int skip = 0)
    {
        while (Next(ref boxes, out var type, out var content))
            if (type.SequenceEqual(wanted)) return content.Length >= skip ? content[skip..] : [];
        return [];
    }

    // Each box begins with its whole length and a name of four letters; one that claims more than there is ends the walk.
    private static bool Next(scoped ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content)
    {
        type = content = default;
        if (boxes.Length < BoxHead) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(boxes);
        if (length == 0) length = (uint)boxes.Length;
        if (length < BoxHead || length > boxes.Length) return false;
        type = boxes.Slice(4, 4);
        content = boxes[BoxHead..(int)length];
        boxes = boxes[(int)length..];
        return true;
    }
}
