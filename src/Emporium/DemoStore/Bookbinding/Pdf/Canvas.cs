using Emporium.Host.DemoStore.Bookbinding.Press;
using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>A page being printed: type, rules, and links to places that are known once all pages are filled.</summary>
internal sealed class Canvas(PdfPage page, IReadOnlyList<PdfFont> fonts, IReadOnlyDictionary<string, Place> places)
{
    private const double Ascent = 0.76;
    private const double Descent = 0.26;

    public PdfPage Page => page;

    public int PageOf(string anchor) => Find(anchor).Leaf.Number;

    /// <param name="baseline">Where the letters stand, from the top of the page.</param>
    public void Print(Line line, double x, double baseline)
    {
        foreach (var run in line.Runs) Print(run.Text, run.Ink, x + run.X, baseline, run.Width);
    }

    public void Print(string text, Ink ink, double x, double baseline) => Print(text, ink, x, baseline, Typefaces.Width(text, ink));

    public void PrintRight(string text, Ink ink, double right, double baseline) => Print(text, ink, right - Typefaces.Width(text, ink), baseline);

    public void PrintCentered(string text, Ink ink, double baseline) =>
        Print(text, ink, (Sheet.Width - Typefaces.Width(text, ink)) / 2, baseline);

    public void Rule(double x1, double x2, double y, Rgb color, double weight = 0.5) => page.Line(x1, y, x2, y, color, weight);

    public void Fill(double x, double y, double width, double height, Rgb color) => page.Fill(x, y, width, height, color);

    /// <summary>An empty square to tick.</summary>
    public void Box(double x, double y, double side) => page.Frame(x, y, side, side, Ink.Accent, 0.8);

    public void Link(string target, double x, double y, double width, double height)
    {
        if (!target.StartsWith('#'))
        {
            page.Links.Add(new PdfPage.Link(x, y, width, height, 0, 0, target));
            return;
        }

        var place = Find(target[1..]);
        page.Links.Add(new PdfPage.Link(x, y, width, height, place.Leaf.Number, place.Top, ""));
    }

    private Place Find(string anchor) => places.TryGetValue(anchor, out var place)
        ? place
        : throw new FormatException($"The book has no place called {anchor}.");

    private void Print(string text, Ink ink, double x, double baseline, double width)
    {
        if (text.Length == 0) return;
        page.Text(text, fonts[(int)ink.Face], ink.Size, ink.Color, x, baseline - ink.Rise);
        if (ink.Link is { } target) Link(target, x, baseline - (ink.Size * Ascent), width, ink.Size * (Ascent + Descent));
    }
}

/// <summary>Where an anchor came to stand.</summary>
/// <param name="Top">From the top of the page, in points, with a little air over it.</param>
internal sealed record Place(Leaf Leaf, double Top);
