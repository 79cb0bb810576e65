using System.Buffers.Binary;
using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>
/// Cuts a font down to the glyphs a document uses. Glyphs keep their numbers, so that the text needs no renumbering: those
/// that are not used become empty.
/// </summary>
internal static class FontSubset
{
    private static readonly string[] Kept = ["cvt ", "fpgm", "prep", "head", "hhea", "hmtx", "maxp"];

    public static byte[] Cut(TrueType font, IEnumerable<ushort> used)
    {
        var glyphs = Closure(font, used);
        using var outlines = new MemoryStream();
        var offsets = new byte[(font.GlyphCount + 1) * 4];
        for (var glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * glyph), (uint)outlines.Position);
            if (!glyphs.Contains((ushort)glyph)) continue;
            var (start, end) = Outline(font, glyph);
            outlines.Write(font.Table("glyf")[start..end]);
            while (outlines.Position % 4 != 0) outlines.WriteByte(0);
        }

        BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * font.GlyphCount), (uint)outlines.Position);
        var tables = Kept.Where(font.Has).ToDictionary(name => name, name => font.Table(name).ToArray(), StringComparer.Ordinal);
        tables["glyf"] = outlines.ToArray();
        tables["loca"] = offsets;
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        return Assemble(tables);
    }

    private static HashSet<ushort> Closure(TrueType font, IEnumerable<ushort> used)
    {
        var (all, waiting) = (new HashSet<ushort> { 0 }, new Stack<ushort>(used.Append((ushort)0)));
        while (waiting.TryPop(out var glyph))
        {
            all.Add(glyph);
            foreach (var part in Parts(font, glyph).Where(part => !all.Contains(part))) waiting.Push(part);
        }

        return all;
    }

    private static IEnumerable<ushort> Parts(TrueType font, ushort glyph)
    {
        const int words = 1, scale = 8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        var (start, end) = Outline(font, glyph);
        var at = font.At("glyf") + start;
        if (start == end || font.I16(at) >= 0) yield break;

        at += 10;
        int flags;
        do
        {
            flags = font.U16(at);
            yield return font.U16(at + 2);
            at += 4 + ((flags & words) != 0 ? 4 : 2) + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
        while ((flags & more) != 0);
    }

    private static (int Start, int End) Outline(TrueType font, int glyph)
    {
        var loca = font.At("loca");
        return font.HasLongOffsets
            ? ((int)font.U32(loca + (4 * glyph)), (int)font.U32(loca + (4 * glyph) + 4))
            : (2 * font.U16(loca + (2 * glyph)), 2 * font.U16(loca + (2 * glyph) + 2));
    }

    private static byte[] Assemble(Dictionary<string, byte[]> tables)
    {
        var names = tables.Keys.Order(StringComparer.Ordinal).ToList();
        var file = new byte[12 + (16 * names.Count) + tables.Values.Sum(table => (table.Length + 3) & ~3)];
        var power = (int)Math.Log2(names.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)names.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * (names.Count - (1 << power))));
        var (record, at) = (12, 12 + (16 * names.Count));
        foreach (var name in names)
        {
            var table = tables[name];
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(name, file.AsSpan(record));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 4), Checksum(file.AsSpan(at, (table.Length + 3) & ~3)));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(record + 12), (uint)table.Length);
            (record, at) = (record + 16, at + ((table.Length + 3) & ~3));
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var i = 0; i < words.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(words[i..]));
        return sum;
    }
}
