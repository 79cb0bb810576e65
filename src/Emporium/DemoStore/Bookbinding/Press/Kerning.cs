namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>The distances between pairs of glyphs: the pair adjustments of a font's <c>kern</c> feature (OpenType, GPOS lookup type 2).</summary>
internal sealed class Kerning
{
    private const int Pairs = 2;
    private const int Extension = 9;
    private const int AdvanceOnly = 4;

    private readonly TrueType _font;
    private readonly List<int> _subtables = [];

    public Kerning(TrueType font)
    {
        _font = font;
        if (!font.Has("GPOS")) return;
        foreach (var lookup in Lookups()) _subtables.AddRange(Subtables(lookup));
    }

    /// <summary>What is added to the first glyph's advance, in font units; the first subtable that knows the first glyph and the pair decides.</summary>
    public int Between(ushort first, ushort second)
    {
        foreach (var table in _subtables)
        {
            var index = Covered(table + _font.U16(table + 2), first);
            if (index < 0) continue;
            if ((_font.U16(table) == 1 ? ByPair(table, index, second) : ByClass(table, first, second)) is { } value) return value;
        }

        return 0;
    }

    private IEnumerable<int> Lookups()
    {
        var gpos = _font.At("GPOS");
        var (features, lookups) = (gpos + _font.U16(gpos + 6), gpos + _font.U16(gpos + 8));
        var kern = Enumerable.Range(0, _font.U16(features)).Select(i => features + 2 + (6 * i))
            .Where(record => _font.U32(record) == 0x6b65726e)
            .Select(record => features + _font.U16(record + 4));
        return kern.SelectMany(feature => Enumerable.Range(0, _font.U16(feature + 2)).Select(i => _font.U16(feature + 4 + (2 * i))))
            .Distinct().Order().Select(index => lookups + _font.U16(lookups + 2 + (2 * index)));
    }

    private IEnumerable<int> Subtables(int lookup)
    {
        for (var i = 0; i < _font.U16(lookup + 4); i++)
        {
            var (type, table) = ((int)_font.U16(lookup), lookup + _font.U16(lookup + 6 + (2 * i)));
            if (type == Extension) (type, table) = (_font.U16(table + 2), table + (int)_font.U32(table + 4));
            if (type == Pairs && _font.U16(table + 4) == AdvanceOnly && _font.U16(table + 6) == 0) yield return table;
        }
    }

    private int? ByPair(int table, int index, ushort second)
    {
        var set = table + _font.U16(table + 10 + (2 * index));
        for (var i = 0; i < _font.U16(set); i++)
        {
            if (_font.U16(set + 2 + (4 * i)) == second) return _font.I16(set + 4 + (4 * i));
        }

        return null;
    }

    private int? ByClass(int table, ushort first, ushort second)
    {
        var (one, two) = (Class(table + _font.U16(table + 8), first), Class(table + _font.U16(table + 10), second));
        return _font.I16(table + 16 + (2 * ((one * _font.U16(table + 14)) + two)));
    }

    private int Covered(int coverage, ushort glyph)
    {
        for (var i = 0; i < _font.U16(coverage + 2); i++)
        {
            if (_font.U16(coverage) == 1)
            {
                if (_font.U16(coverage + 4 + (2 * i)) == glyph) return i;
                continue;
            }

            var range = coverage + 4 + (6 * i);
            if (glyph >= _font.U16(range) && glyph <= _font.U16(range + 2)) return _font.U16(range + 4) + glyph - _font.U16(range);
        }

        return -1;
    }

    private int Class(int definition, ushort glyph)
    {
        if (_font.U16(definition) == 1)
        {
            var offset = glyph - _font.U16(definition + 2);
            return offset >= 0 && offset < _font.U16(definition + 4) ? _font.U16(definition + 6 + (2 * offset)) : 0;
        }

        for (var i = 0; i < _font.U16(definition + 2); i++)
        {
            var range = definition + 4 + (6 * i);
            if (glyph >= _font.U16(range) && glyph <= _font.U16(range + 2)) return _font.U16(range + 4);
        }

        return 0;
    }
}
