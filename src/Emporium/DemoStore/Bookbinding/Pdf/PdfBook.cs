using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding.Press;
using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>Binds a manuscript as a PDF: A5, justified, with contents, bookmarks, footnotes, and links that work.</summary>
internal sealed class PdfBook
{
    private const double Air = 12;
    private static readonly Ink Running = new(Face.Sans, 7.6, Ink.Gray);

    private readonly Manuscript _book;
    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly Dictionary<string, Place> _places;
    private readonly IReadOnlyList<PdfFont> _fonts = Typefaces.ForDocument();

    private PdfBook(Manuscript book)
    {
        _book = book;
        _leaves = Paginator.Paginate([.. FrontPages.Set(book), ContentsPages.Set(book), .. book.Chapters.Select(chapter => new Part(chapter.Title, BlockSetter.Set(chapter)))]);
        _places = _leaves
            .SelectMany(leaf => leaf.Pieces.Where(placed => placed.Piece.Anchor is not null)
                .Select(placed => (Anchor: placed.Piece.Anchor!, Place: new Place(leaf, placed.Y - Air))))
            .ToDictionary(place => place.Anchor, place => place.Place, StringComparer.Ordinal);
    }

    /// <summary>The same manuscript gives the same bytes.</summary>
    public static byte[] Bind(Manuscript book) => new PdfBook(book).Print();

    private byte[] Print()
    {
        var document = new PdfDocument(_book.Front, _fonts);
        foreach (var leaf in _leaves) Print(leaf, document.AddPage(Sheet.Width, Sheet.Height));
        return document.Close([Bookmark("Cover", "cover"), Bookmark("Contents", ContentsPages.Anchor), .. _book.Chapters.Select(Bookmark)]);
    }

    private void Print(Leaf leaf, PdfPage page)
    {
        var canvas = new Canvas(page, _fonts, _places);
        foreach (var (y, piece) in leaf.Pieces) piece.Draw(canvas, y);
        if (leaf.Notes.Count > 0) PrintNotes(canvas, leaf);
        if (leaf.Head.Length > 0) PrintHead(canvas, leaf);
    }

    private static void PrintNotes(Canvas canvas, Leaf leaf)
    {
        var y = leaf.NotesTop + Paginator.NoteRule;
        canvas.Rule(Sheet.Left, Sheet.Left + 48, y - 6, Ink.Hairline);
        foreach (var note in leaf.Notes)
        {
            note.Draw(canvas, y);
            y += note.Height;
        }
    }

    private void PrintHead(Canvas canvas, Leaf leaf)
    {
        var folio = leaf.Number.ToString(CultureInfo.InvariantCulture);
        canvas.PrintCentered(folio, Running with { Color = Ink.Black, Size = 8.4 }, Sheet.FootLine);
        if (leaf.IsOpening) return;
        canvas.Print(_book.Front.Title, Running, Sheet.Left, Sheet.HeadLine);
        canvas.PrintRight(leaf.Head, Running, Sheet.Right, Sheet.HeadLine);
    }

    private PdfDocument.Bookmark Bookmark(Chapter chapter)
    {
        var title = chapter.Number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{chapter.Number}  {chapter.Title}") : chapter.Title;
        return Bookmark(title, chapter.Name, [.. chapter.Sections.Select(section => Bookmark(section.Title, section.Anchor))]);
    }

    private PdfDocument.Bookmark Bookmark(string title, string anchor, params IReadOnlyList<PdfDocument.Bookmark> children) =>
        new(title, _places[anchor].Leaf.Number, _places[anchor].Top, children);
}
