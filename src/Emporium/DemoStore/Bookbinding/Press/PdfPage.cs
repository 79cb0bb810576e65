using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>A page being drawn. Lengths are in points from the top left corner; PDF's own count from the bottom.</summary>
internal sealed class PdfPage(double width, double height)
{
    private readonly StringBuilder _content = new();

    public double Width => width;

    public double Height => height;

    public List<Link> Links { get; } = [];

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    public void Text(string text, PdfFont font, double size, Rgb color, double x, double baseline) =>
        Operate($"BT {color.Operands} rg /{font.Name} {N(size)} Tf {N(x)} {Y(baseline)} Td {font.Show(text)} TJ ET");

    public void Line(double x1, double y1, double x2, double y2, Rgb color, double weight) =>
        Operate($"{color.Operands} RG {N(weight)} w {N(x1)} {Y(y1)} m {N(x2)} {Y(y2)} l S");

    public void Frame(double x, double y, double width, double height, Rgb color, double weight) =>
        Operate($"{color.Operands} RG {N(weight)} w {N(x)} {Y(y + height)} {N(width)} {N(height)} re S");

    public void Fill(Rgb color, params ReadOnlySpan<Step> outline)
    {
        Operate($"{color.Operands} rg");
        foreach (var step in outline) Operate(step.Curve is { } c
            ? $"{N(c.X1)} {Y(c.Y1)} {N(c.X2)} {Y(c.Y2)} {N(step.X)} {Y(step.Y)} c"
            : $"{N(step.X)} {Y(step.Y)} {(step.IsStart ? "m" : "l")}");
        Operate("h f");
    }

    public void Fill(double x, double y, double width, double height, Rgb color) =>
        Operate($"{color.Operands} rg {N(x)} {Y(y + height)} {N(width)} {N(height)} re f");

    private void Operate(string operators) => _content.Append(operators).Append('\n');

    private string Y(double y) => N(height - y);

    private static string N(double value) => PdfObjects.Number(value);

    /// <summary>A step of an outline: where it goes, and the two control points when it is curved.</summary>
    internal readonly record struct Step(double X, double Y, bool IsStart = false, (double X1, double Y1, double X2, double Y2)? Curve = null);

    /// <param name="Page">The page it leads to, counted from 1; 0 for an address on the web.</param>
    internal sealed record Link(double X, double Y, double Width, double Height, int Page, double Top, string Address);
}
