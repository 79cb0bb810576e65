using System.Globalization;
using System.Text;
using Emporium.Host.DemoStore.Bookbinding.Press;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>
/// A drawn cover: a grid of quarter circles, disks and bars on a plain ground, chosen by the book's seed. The same shapes
/// are printed into the PDF and written as SVG into the EPUB. Lengths are in hundredths of the cover's width.
/// </summary>
internal sealed record CoverArt(CoverArt.Palette Colors, IReadOnlyList<CoverShape> Shapes)
{
    public const double Width = 100;
    public const double Height = 142;
    private const int Columns = 5;
    private const int Rows = 4;
    private const double Cell = 16;
    private const double Margin = 10;
    private const double FirstRow = 68;

    private static readonly Palette[] Palettes =
    [
        new("#f3ede0", "#1b2836", "#a63d17", "#d9b16a"),
        new("#1d2b3a", "#f3ede0", "#d98a4b", "#7fa3a1"),
        new("#e8ece4", "#22352c", "#2f6f57", "#d7a24a"),
        new("#efe4dc", "#33222b", "#8a2f4b", "#c9a48a"),
        new("#e6ebef", "#1c2a3c", "#2b5c8a", "#d6a05c"),
    ];

    private enum Figure
    {
        Quarter,
        Disk,
        Bar,
        Square,
        Empty,
    }

    public static CoverArt Draw(int seed)
    {
        var dice = new Dice(seed);
        var palette = Palettes[dice.Roll(Palettes.Length)];
        var shapes = new List<CoverShape>();
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                shapes.AddRange(Fill(dice, palette, Margin + (column * Cell), FirstRow + (row * Cell)));
        }

        return new CoverArt(palette, shapes);
    }

    private static IEnumerable<CoverShape> Fill(Dice dice, Palette palette, double x, double y)
    {
        string[] inks = [palette.Ink, palette.Accent, palette.Second];
        var (figure, ink, corner) = ((Figure)dice.Roll(5), inks[dice.Roll(inks.Length)], dice.Roll(4));
        var (right, low) = (corner % 2, corner / 2);
        if (figure is Figure.Quarter) yield return new CoverShape.Quarter(x + (right * Cell), y + (low * Cell), Cell * (1 - (2 * right)), Cell * (1 - (2 * low)), ink);
        if (figure is Figure.Disk) yield return new CoverShape.Disk(x + (Cell / 2), y + (Cell / 2), Cell * (corner < 2 ? 0.5 : 0.25), ink);
        if (figure is Figure.Bar) yield return new CoverShape.Box(x, y + (corner * Cell / 4), Cell, Cell / 4, ink);
        if (figure is Figure.Square) yield return new CoverShape.Box(x, y, Cell, Cell, ink);
    }

    /// <summary>The shapes alone, as the inside of an SVG whose view box is the cover.</summary>
    public string ToSvg()
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{Height}" fill="{Colors.Ground}"/>""");
        foreach (var shape in Shapes) svg.Append('\n').Append(shape.ToSvg());
        return svg.ToString();
    }

    /// <summary>Fills the page, whatever its size.</summary>
    public void Print(PdfPage page)
    {
        var scale = page.Width / Width;
        page.Fill(0, 0, page.Width, page.Height, Rgb.Of(Colors.Ground));
        foreach (var shape in Shapes) page.Fill(Rgb.Of(shape.Fill), shape.Outline(scale));
    }

    internal sealed record Palette(string Ground, string Ink, string Accent, string Second);
}
