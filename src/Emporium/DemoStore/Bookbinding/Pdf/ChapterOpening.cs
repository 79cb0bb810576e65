using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>The head of a chapter: its number as a label, its title large, a short rule.</summary>
internal static class ChapterOpening
{
    private const double Leading = 30;
    private static readonly Ink Title = new(Face.Serif, 26, Ink.Black);

    public static IEnumerable<Piece> Set(Chapter chapter)
    {
        var label = chapter.Number > 0 ? "Chapter " + chapter.Number.ToString(CultureInfo.InvariantCulture) : "";
        yield return new Piece(62, (canvas, y) => canvas.Print(label, Ink.Label with { Size = 8.4 }, Sheet.Left, y + 40)) { IsTied = true, Anchor = chapter.Name };

        foreach (var line in Line.Align(Compositor.Compose(chapter.Title, Title), Sheet.Measure))
            yield return new Piece(Leading, (canvas, y) => canvas.Print(line, Sheet.Left, y + 20)) { IsTied = true };

        yield return new Piece(38, (canvas, y) => canvas.Rule(Sheet.Left, Sheet.Left + 36, y + 6, Ink.Accent, 1.4)) { IsTied = true };
    }
}
