using System.Globalization;
using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>A font inside a PDF: it remembers which glyphs are shown, and embeds those (ISO 32000-1, 9.7, a Type 0 font with Identity-H).</summary>
/// <param name="name">The resource name, <c>F0</c>.</param>
/// <param name="family">The PostScript name, without the subset's tag.</param>
internal sealed class PdfFont(string name, string family, TrueType font)
{
    private readonly SortedDictionary<ushort, char> _shown = [];

    public string Name => name;

    /// <summary>The operand of <c>TJ</c>: glyph numbers, and between them the kerning in thousandths of an em, which is subtracted.</summary>
    public string Show(string text)
    {
        var operand = new StringBuilder("[<");
        for (var i = 0; i < text.Length; i++)
        {
            var glyph = font.Glyph(text[i]);
            _shown[glyph] = text[i];
            operand.Append(CultureInfo.InvariantCulture, $"{glyph:x4}");
            var kern = i + 1 < text.Length ? font.Kerning.Between(glyph, font.Glyph(text[i + 1])) : 0;
            if (kern != 0) operand.Append(CultureInfo.InvariantCulture, $">{PdfObjects.Number(-Thousandths(kern))}<");
        }

        return operand.Append(">]").ToString();
    }

    public int Embed(PdfObjects pdf)
    {
        var file = FontSubset.Cut(font, _shown.Keys);
        var program = pdf.AddStream(file, string.Create(CultureInfo.InvariantCulture, $"/Length1 {file.Length}"));
        var tagged = $"{Tag()}+{family}";
        var descriptor = pdf.Add(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{tagged}/Flags {(font.ItalicAngle == 0 ? 4 : 68)}/FontBBox[{string.Join(' ', font.BoundingBox.Select(Rounded))}]/ItalicAngle {PdfObjects.Number(font.ItalicAngle)}/Ascent {Rounded(font.Ascender)}/Descent {Rounded(font.Descender)}/CapHeight {Rounded(font.CapHeight)}/StemV 80/FontFile2 {program} 0 R>>"));
        var widths = string.Concat(_shown.Keys.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph}[{PdfObjects.Number(Thousandths(font.Advance(glyph)))}]")));
        var descendant = pdf.Add(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{tagged}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/W[{widths}]/CIDToGIDMap/Identity>>"));
        var unicode = pdf.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        return pdf.Add(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Font/Subtype/Type0/BaseFont/{tagged}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"));
    }

    // Six capitals, by convention different for different subsets; here they follow from the font's place in the document.
    private string Tag() => string.Concat(name.PadLeft(6, 'A').Select(c => char.IsAsciiDigit(c) ? (char)('A' + c - '0') : c));

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><ffff>endcodespacerange\n");
        foreach (var group in _shown.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{group.Length} beginbfchar\n");
            foreach (var (glyph, character) in group) map.Append(CultureInfo.InvariantCulture, $"<{glyph:x4}><{(int)character:x4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }

    private double Thousandths(int units) => 1000.0 * units / font.UnitsPerEm;

    private string Rounded(int units) => PdfObjects.Number(Math.Round(Thousandths(units)));
}
