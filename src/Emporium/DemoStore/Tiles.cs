using System.Globalization;
using System.Text;
using Emporium.Host.DemoStore.Bookbinding;

namespace Emporium.Host.DemoStore;

/// <summary>
/// Thirty-six square SVG tiles that repeat without a seam: twelve figures on grids of two, four and six cells. Figures that
/// leave their cell are drawn again on the other side, where the repeat needs them.
/// </summary>
internal static class Tiles
{
    private const int Side = 120;
    private const int PreviewColumns = 6;
    private static readonly int[] Grids = [2, 4, 6];

    private static readonly (string Ground, string Figure)[] Inks =
    [
        ("#f3ede0", "#1b2836"), ("#1d2b3a", "#d98a4b"), ("#e8ece4", "#2f6f57"), ("#efe4dc", "#8a2f4b"), ("#e6ebef", "#2b5c8a"), ("#a63d17", "#f3ede0"),
    ];

    private static readonly (string Name, Func<int, string> Draw)[] Figures =
    [
        ("disks", n => Cells(n, (x, y, s, _, _) => $"""<circle cx="{N(x + (s / 2))}" cy="{N(y + (s / 2))}" r="{N(s * 0.3)}"/>""")),
        ("rings", n => Cells(n, (x, y, s, _, _) => $"""<circle cx="{N(x + (s / 2))}" cy="{N(y + (s / 2))}" r="{N(s * 0.32)}" fill="none" stroke="currentColor" stroke-width="{N(s * 0.12)}"/>""")),
        ("checks", n => Cells(n, (x, y, s, i, j) => (i + j) % 2 == 0 ? Box(x, y, s, s) : "")),
        ("sails", n => Cells(n, (x, y, s, i, j) => Path((i + j) % 2 == 0 ? $"M{N(x)} {N(y)}h{N(s)}l{N(-s)} {N(s)}z" : $"M{N(x)} {N(y)}h{N(s)}v{N(s)}z"))),
        ("paths", Paths),
        ("scales", n => Cells(n, (x, y, s, _, j) => Arch(x + (j % 2 * s / 2), y, s) + (j % 2 == 1 ? Arch(x - (s / 2), y, s) : ""))),
        ("weave", n => Cells(n, (x, y, s, i, j) => (i + j) % 2 == 0 ? Box(x, y + (s * 0.15), s, s * 0.3) + Box(x, y + (s * 0.55), s, s * 0.3) : Box(x + (s * 0.15), y, s * 0.3, s) + Box(x + (s * 0.55), y, s * 0.3, s))),
        ("crosses", n => Cells(n, (x, y, s, _, _) => Box(x + (s * 0.4), y + (s * 0.15), s * 0.2, s * 0.7) + Box(x + (s * 0.15), y + (s * 0.4), s * 0.7, s * 0.2))),
        ("bricks", n => Cells(n, (x, y, s, _, j) => Brick(x + (j % 2 * s / 2), y, s) + (j % 2 == 1 ? Brick(x - (s / 2), y, s) : ""))),
        ("stripes", n => string.Concat(Enumerable.Range(-n, 2 * n).Select(k => Path($"M{N(k * Side / (double)n)} 0h{N(Side / (2.0 * n))}l{Side} {Side}h{N(-Side / (2.0 * n))}z")))),
        ("leaves", n => Cells(n, (x, y, s, i, j) => Path((i + j) % 2 == 0 ? $"M{N(x)} {N(y)}a{N(s)} {N(s)} 0 0 1 {N(s)} {N(s)}a{N(s)} {N(s)} 0 0 1 {N(-s)} {N(-s)}z" : $"M{N(x + s)} {N(y)}a{N(s)} {N(s)} 0 0 1 {N(-s)} {N(s)}a{N(s)} {N(s)} 0 0 1 {N(s)} {N(-s)}z"))),
        ("chevrons", n => Cells(n, (x, y, s, _, _) => Path($"M{N(x)} {N(y + (s / 2))}l{N(s / 2)} {N(-s / 2)}l{N(s / 2)} {N(s / 2)}v{N(s * 0.3)}l{N(-s / 2)} {N(-s / 2)}l{N(-s / 2)} {N(s / 2)}z"))),
    ];

    public static IReadOnlyList<(string Name, string Svg)> All { get; } = [.. Drawn().Select(tile => (tile.Name, Document(Side, Side, Colored(tile))))];

    /// <summary>All tiles on one sheet, each repeated twice in both directions.</summary>
    public static string Preview { get; } = Sheet();

    private static IEnumerable<(string Name, string Inside, (string Ground, string Figure) Ink)> Drawn() =>
        Figures.SelectMany((figure, f) => Grids.Select((n, g) => ($"{figure.Name}-{n}", figure.Draw(n), Inks[(f + (2 * g)) % Inks.Length])));

    private static string Colored((string Name, string Inside, (string Ground, string Figure) Ink) tile) =>
        $"""<rect width="{Side}" height="{Side}" fill="{tile.Ink.Ground}"/><g fill="{tile.Ink.Figure}" color="{tile.Ink.Figure}">{tile.Inside}</g>""";

    private static string Sheet()
    {
        const int step = 130;
        var sheet = new StringBuilder("""<rect width="100%" height="100%" fill="#fff"/>""");
        foreach (var (i, tile) in Drawn().Index())
        {
            sheet.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({10 + (i % PreviewColumns * step)} {10 + (i / PreviewColumns * step)}) scale(0.5)">""");
            foreach (var (x, y) in new[] { (0, 0), (Side, 0), (0, Side), (Side, Side) })
                sheet.Append(CultureInfo.InvariantCulture, $"""<svg x="{x}" y="{y}" width="{Side}" height="{Side}">{Colored(tile)}</svg>""");
            sheet.Append("</g>");
        }

        return Document((PreviewColumns * step) + 10, (Figures.Length * Grids.Length / PreviewColumns * step) + 10, sheet.ToString());
    }

    private static string Document(int width, int height, string inside) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{inside}</svg>""" + "\n";

    // Truchet's quarter circles meet at the middle of every edge, so that any turn of any cell continues its neighbors.
    private static string Paths(int n)
    {
        var dice = new Dice(n);
        return Cells(n, (x, y, s, _, _) =>
        {
            var (h, weight) = (s / 2, N(s * 0.16));
            var arcs = dice.Roll(2) == 0
                ? $"M{N(x + h)} {N(y)}a{N(h)} {N(h)} 0 0 1 {N(-h)} {N(h)}M{N(x + s)} {N(y + h)}a{N(h)} {N(h)} 0 0 0 {N(-h)} {N(h)}"
                : $"M{N(x + h)} {N(y)}a{N(h)} {N(h)} 0 0 0 {N(h)} {N(h)}M{N(x)} {N(y + h)}a{N(h)} {N(h)} 0 0 1 {N(h)} {N(h)}";
            return $"""<path d="{arcs}" fill="none" stroke="currentColor" stroke-width="{weight}"/>""";
        });
    }

    private static string Cells(int n, Func<double, double, double, int, int, string> draw)
    {
        var (svg, s) = (new StringBuilder(), (double)Side / n);
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < n; i++) svg.Append(draw(i * s, j * s, s, i, j));
        }

        return svg.ToString();
    }

    private static string Arch(double x, double y, double s) => Path($"M{N(x + (s * 0.06))} {N(y + s)}a{N(s * 0.44)} {N(s * 0.8)} 0 0 1 {N(s * 0.88)} 0z");

    private static string Brick(double x, double y, double s) => Box(x + (s * 0.05), y + (s * 0.1), s * 0.9, s * 0.8);

    private static string Box(double x, double y, double width, double height) => $"""<rect x="{N(x)}" y="{N(y)}" width="{N(width)}" height="{N(height)}"/>""";

    private static string Path(string data) => $"""<path d="{data}"/>""";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
