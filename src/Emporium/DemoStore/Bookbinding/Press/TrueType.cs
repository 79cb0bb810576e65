using System.Buffers.Binary;
using System.Collections.Frozen;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>A TrueType font file (OpenType specification, "The OpenType Font File"). Lengths are in font units.</summary>
internal sealed class TrueType
{
    private const int Win = 3;
    private readonly byte[] _file;
    private readonly FrozenDictionary<string, (int Offset, int Length)> _tables;
    private readonly FrozenDictionary<int, ushort> _glyphs;
    private readonly int _longMetrics;

    /// <param name="figures">The feature that shapes its figures: <c>pnum</c> for prose, <c>tnum</c> for columns.</param>
    public TrueType(byte[] file, string figures)
    {
        _file = file;
        _tables = Enumerable.Range(0, U16(4)).Select(i => 12 + (16 * i)).ToFrozenDictionary(
            at => System.Text.Encoding.ASCII.GetString(_file, at, 4), at => ((int)U32(at + 8), (int)U32(at + 12)), StringComparer.Ordinal);
        _longMetrics = U16(At("hhea") + 34);
        var shaped = Figures.Of(this, figures);
        _glyphs = ReadCharacterMap().ToFrozenDictionary(pair => pair.Key, pair => shaped.GetValueOrDefault(pair.Value, pair.Value));
        Kerning = new Kerning(this);
    }

    public Kerning Kerning { get; }

    public int UnitsPerEm => U16(At("head") + 18);

    public int GlyphCount => U16(At("maxp") + 4);

    public int Ascender => I16(At("hhea") + 4);

    public int Descender => I16(At("hhea") + 6);

    public int CapHeight => I16(At("OS/2") + 88);

    public double ItalicAngle => I16(At("post") + 4) + (U16(At("post") + 6) / 65536.0);

    public IReadOnlyList<int> BoundingBox => [I16(At("head") + 36), I16(At("head") + 38), I16(At("head") + 40), I16(At("head") + 42)];

    public bool HasLongOffsets => I16(At("head") + 50) == 1;

    /// <summary>The glyph of a character.</summary>
    /// <exception cref="InvalidOperationException">The font does not have it: the text must not print as empty boxes.</exception>
    public ushort Glyph(char character) => _glyphs.TryGetValue(character, out var glyph)
        ? glyph
        : throw new InvalidOperationException($"The font has no glyph for U+{(int)character:X4}.");

    public int Advance(ushort glyph) => U16(At("hmtx") + (4 * Math.Min(glyph, _longMetrics - 1)));

    public bool Has(string table) => _tables.ContainsKey(table);

    public int At(string table) => _tables[table].Offset;

    public ReadOnlySpan<byte> Table(string table) => _file.AsSpan(_tables[table].Offset, _tables[table].Length);

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));

    // Format 4 holds the whole Basic Multilingual Plane, which is more than manuscripts use.
    private Dictionary<int, ushort> ReadCharacterMap()
    {
        var cmap = At("cmap");
        var table = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + 4 + (8 * i))
            .Where(record => U16(record) == Win).Select(record => cmap + (int)U32(record + 4)).First(at => U16(at) == 4);
        var segments = U16(table + 6) / 2;
        var glyphs = new Dictionary<int, ushort>();
        for (var i = 0; i < segments; i++)
        {
            var (end, start) = (U16(table + 14 + (2 * i)), U16(table + 16 + (2 * (segments + i))));
            var (delta, range) = (U16(table + 16 + (2 * ((2 * segments) + i))), table + 16 + (2 * ((3 * segments) + i)));
            for (var c = (int)start; c <= end && c != 0xffff; c++)
            {
                var glyph = U16(range) == 0 ? c : U16(range + U16(range) + (2 * (c - start)));
                if (glyph != 0) glyphs[c] = unchecked((ushort)(glyph + delta));
            }
        }

        return glyphs;
    }
}
