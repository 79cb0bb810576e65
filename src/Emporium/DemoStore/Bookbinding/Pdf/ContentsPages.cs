using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>The table of contents. Its length does not depend on the page numbers, so they are looked up when it is printed.</summary>
internal static class ContentsPages
{
    public const string Anchor = "contents";
    private const double NumberWidth = 20;
    private static readonly Ink ChapterInk = new(Face.Serif, 10.8, Ink.Black);
    private static readonly Ink SectionInk = new(Face.Serif, 9.2, Ink.Gray);

    public static Part Set(Manuscript book)
    {
        var pieces = new List<Piece>
        {
            new(58, static (canvas, y) => canvas.Print("Contents", new Ink(Face.Serif, 26, Ink.Black), Sheet.Left, y + 22)) { Anchor = Anchor },
        };
        foreach (var chapter in book.Chapters)
        {
            var sections = chapter.Number > 0 ? chapter.Sections.Where(section => section.Title is not Chapter.Tasks).ToList() : [];
            pieces.Add(Entry(chapter.Name, chapter.Number, chapter.Title, ChapterInk, 15) with { Above = 7, IsTied = sections.Count > 0 });
            for (var i = 0; i < sections.Count; i++)
                pieces.Add(Entry(sections[i].Anchor, 0, sections[i].Title, SectionInk, 11.8) with { IsTied = i < sections.Count - 1 });
        }

        return new Part("Contents", pieces);
    }

    private static Piece Entry(string anchor, int number, string title, Ink ink, double height) => new(height, (canvas, y) =>
    {
        var baseline = y + (height * 0.74);
        var line = Line.Align(Compositor.Compose(title, ink), double.MaxValue)[0];
        if (number > 0) canvas.Print(number.ToString(CultureInfo.InvariantCulture), ink with { Color = Ink.Accent }, Sheet.Left, baseline);
        canvas.Print(line, Sheet.Left + NumberWidth, baseline);
        canvas.PrintRight(canvas.PageOf(anchor).ToString(CultureInfo.InvariantCulture), ink, Sheet.Right, baseline);
        canvas.Link("#" + anchor, Sheet.Left, y, Sheet.Measure, height);
    });
}
