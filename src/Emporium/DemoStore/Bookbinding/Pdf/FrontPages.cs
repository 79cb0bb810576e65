using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding.Press;
using Emporium.Host.DemoStore.Bookbinding.Setting;
using Markdig.Syntax;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>The pages before the text: cover, title page, copyright page.</summary>
internal static class FrontPages
{
    private const double Title = 34;
    private const double CoverMargin = 42;

    public static IEnumerable<Part> Set(Manuscript book)
    {
        yield return new Part("", [new Piece(Sheet.Bottom - Sheet.Top, (canvas, _) => Cover(canvas, book.Front)) { Anchor = "cover" }]);
        yield return new Part("", [new Piece(Sheet.Bottom - Sheet.Top, (canvas, _) => TitlePage(canvas, book.Front))]);
        yield return new Part("", [.. Imprint(book)]);
    }

    private static void Cover(Canvas canvas, FrontMatter front)
    {
        var art = CoverArt.Draw(front.Seed);
        var ink = Rgb.Of(art.Colors.Ink);
        art.Print(canvas.Page);
        canvas.Print(front.Author, new Ink(Face.Sans, 10.5, ink), CoverMargin, 58);
        var y = Stack(canvas, front.Title, new Ink(Face.Serif, 47, ink), CoverMargin, 122, 48);
        Stack(canvas, front.Subtitle, new Ink(Face.Italic, 15, ink), CoverMargin, y - 12, 19);
        canvas.Print(front.Publisher, new Ink(Face.SansBold, 8.5, ink), CoverMargin, Sheet.Height - 20);
    }

    private static void TitlePage(Canvas canvas, FrontMatter front)
    {
        canvas.Print(front.Author, new Ink(Face.Sans, 10, Ink.Black), Sheet.Left, 120);
        var y = Stack(canvas, front.Title, new Ink(Face.Serif, Title, Ink.Black), Sheet.Left, 190, 37);
        y = Stack(canvas, front.Subtitle, new Ink(Face.Italic, 14, Ink.Gray), Sheet.Left, y - 6, 18);
        canvas.Rule(Sheet.Left, Sheet.Left + 36, y + 8, Ink.Accent, 1.4);
        canvas.Print(front.Publisher, new Ink(Face.SansBold, 9, Ink.Black), Sheet.Left, Sheet.Bottom - 14);
        canvas.Print(front.Date.Year.ToString(CultureInfo.InvariantCulture), new Ink(Face.Sans, 9, Ink.Gray), Sheet.Left, Sheet.Bottom);
    }

    /// <returns>The baseline after the last line.</returns>
    private static double Stack(Canvas canvas, string text, Ink ink, double left, double baseline, double leading)
    {
        foreach (var line in Line.Align(Compositor.Compose(text, ink), Sheet.Width - (2 * left)))
        {
            canvas.Print(line, left, baseline);
            baseline += leading;
        }

        return baseline;
    }

    private static IEnumerable<Piece> Imprint(Manuscript book)
    {
        var front = book.Front;
        string[] facts =
        [
            $"{front.Title}. {front.Subtitle}",
            $"{front.Edition}, {front.Date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}",
            $"Copyright © {front.Date.Year} {front.Author}",
            front.License,
        ];
        var ink = new Ink(Face.Serif, 9.4, Ink.Black);
        var texts = facts.Select(fact => Compositor.Compose(fact, ink))
            .Concat(book.Imprint.OfType<ParagraphBlock>().Select(paragraph => Compositor.Compose("", paragraph.Inline, ink)));
        var lines = texts.SelectMany(atoms => Line.Align(atoms, Sheet.Measure - 30).Select((line, i) => (Line: line, Above: i == 0 ? 7.0 : 0))).ToList();
        yield return new Piece(Sheet.Bottom - Sheet.Top - lines.Sum(line => 12.6 + line.Above), static (_, _) => { });
        foreach (var (line, above) in lines)
            yield return new Piece(12.6, (canvas, y) => canvas.Print(line, Sheet.Left, y + 9.4)) { Above = above };
    }
}
