using System.Buffers.Binary;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>A feature of a font that replaces glyphs one for one, such as <c>pnum</c> and <c>tnum</c> for figures (OpenType, GSUB lookup type 1).</summary>
internal static class Figures
{
    private const int Single = 1;
    private const int Extension = 7;

    /// <summary>What the feature puts in a glyph's place; nothing when the font does not have the feature.</summary>
    public static IReadOnlyDictionary<ushort, ushort> Of(TrueType font, string feature)
    {
        var replaced = new Dictionary<ushort, ushort>();
        if (!font.Has("GSUB")) return replaced;
        foreach (var (table, coverage) in Subtables(font, BinaryPrimitives.ReadUInt32BigEndian(System.Text.Encoding.ASCII.GetBytes(feature))))
        {
            foreach (var (i, glyph) in Covered(font, coverage).Index())
                replaced.TryAdd(glyph, font.U16(table) == 1 ? unchecked((ushort)(glyph + font.I16(table + 4))) : font.U16(table + 6 + (2 * i)));
        }

        return replaced;
    }

    private static IEnumerable<(int Table, int Coverage)> Subtables(TrueType font, uint feature)
    {
        var gsub = font.At("GSUB");
        var (features, lookups) = (gsub + font.U16(gsub + 6), gsub + font.U16(gsub + 8));
        var indexes = Enumerable.Range(0, font.U16(features)).Select(i => features + 2 + (6 * i)).Where(record => font.U32(record) == feature)
            .Select(record => features + font.U16(record + 4))
            .SelectMany(at => Enumerable.Range(0, font.U16(at + 2)).Select(i => font.U16(at + 4 + (2 * i)))).Distinct();
        foreach (var lookup in indexes.Select(index => lookups + font.U16(lookups + 2 + (2 * index))))
        {
            for (var i = 0; i < font.U16(lookup + 4); i++)
            {
                var (type, table) = ((int)font.U16(lookup), lookup + font.U16(lookup + 6 + (2 * i)));
                if (type == Extension) (type, table) = (font.U16(table + 2), table + (int)font.U32(table + 4));
                if (type == Single) yield return (table, table + font.U16(table + 2));
            }
        }
    }

    private static IEnumerable<ushort> Covered(TrueType font, int coverage)
    {
        for (var i = 0; i < font.U16(coverage + 2); i++)
        {
            if (font.U16(coverage) == 1)
            {
                yield return font.U16(coverage + 4 + (2 * i));
                continue;
            }

            var range = coverage + 4 + (6 * i);
            for (int glyph = font.U16(range); glyph <= font.U16(range + 2); glyph++) yield return (ushort)glyph;
        }
    }
}
