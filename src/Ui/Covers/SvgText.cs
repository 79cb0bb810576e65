using System.Globalization;
using System.Text;

namespace Emporium.Ui;

/// <summary>Writes the few shapes that covers are made of, with numbers to a tenth of a unit.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public SvgText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public void Rectangle(double x, double y, double width, double height, string ink) =>
        Raw($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{ink}\"/>");

    public void Circle(double x, double y, double radius, string ink) =>
        Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{ink}\"/>");

    public void Ring(double x, double y, double radius, double width, string ink) =>
        Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{N(width)}\"/>");

    public void Polygon(string ink, params ReadOnlySpan<(double X, double Y)> points)
    {
        _text.Append("<path d=\"M");
        foreach (var (x, y) in points) _text.Append(CultureInfo.InvariantCulture, $"{N(x)} {N(y)}L");
        _text.Length--;
        Raw($"Z\" fill=\"{ink}\"/>");
    }

    /// <summary>A quarter of a disc whose corner is at a point; the quadrants count clockwise from the one at the right below. The hair of outline closes the seam to its neighbors.</summary>
    public void Quarter(double x, double y, double radius, int quadrant, string ink)
    {
        var (ax, ay, bx, by) = (quadrant % 4) switch
        {
            0 => (1, 0, 0, 1),
            1 => (0, 1, -1, 0),
            2 => (-1, 0, 0, -1),
            _ => (0, -1, 1, 0),
        };
        Raw($"<path d=\"M{N(x)} {N(y)}L{N(x + (ax * radius))} {N(y + (ay * radius))}A{N(radius)} {N(radius)} 0 0 1 {N(x + (bx * radius))} {N(y + (by * radius))}Z\" fill=\"{ink}\" stroke=\"{ink}\" stroke-width=\".6\"/>");
    }

    public void Line(string path, double width, string ink) =>
        Raw($"<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{N(width)}\"/>");

    public void Words(string words, double x, double y, double size, string ink, CoverFace face, string anchor = "start") => Raw(
        $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-family=\"{face.Family}\" font-size=\"{N(size)}\" font-weight=\"{face.Weight}\" font-style=\"{face.Style}\" letter-spacing=\"{N(size * face.Tracking)}\" text-anchor=\"{anchor}\" fill=\"{ink}\">{Escape(words)}</text>");

    public override string ToString() => _text.ToString();

    public static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 text: markup escaped, characters that XML forbids left out.</summary>
    public static string Escape(string words) => string.Concat(words.EnumerateRunes()
        .Where(rune => rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF or 0xFFFD))
        .Select(rune => rune.Value switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => rune.ToString() }));
}
