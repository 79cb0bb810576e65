using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>A book as its author leaves it: front matter, the text of the copyright page, and chapters in order.</summary>
internal sealed record Manuscript(FrontMatter Front, MarkdownDocument Imprint, IReadOnlyList<Chapter> Chapters)
{
    private const string TitlePage = "book.md";

    /// <summary>Reads a folder of the embedded content: <c>book.md</c>, then <c>01-….md</c> and so on in order of name.</summary>
    public static Manuscript From(string folder)
    {
        var book = HeadedText.Read(Content.Text($"{folder}/{TitlePage}"));
        var chapters = new List<Chapter>();
        foreach (var path in Content.Under(folder).Where(path => !path.EndsWith(TitlePage, StringComparison.Ordinal)))
            chapters.Add(Chapter.Read(Path.GetFileNameWithoutExtension(path), Content.Text(path), chapters.Count(c => c.Number > 0) + 1));

        return new Manuscript(FrontMatter.Read(book), Markup.Parse(book.Body), chapters);
    }
}

/// <summary>One file of a manuscript. It opens with its title as a first-level heading.</summary>
/// <param name="Name">The file's name without its extension, also the anchor that other chapters link to.</param>
/// <param name="Number">Counted from 1; 0 for a chapter whose title is marked <c>{.unnumbered}</c>.</param>
internal sealed record Chapter(string Name, int Number, string Title, MarkdownDocument Text)
{
    /// <summary>The section that closes every chapter; a table of contents need not repeat it.</summary>
    public const string Tasks = "On Monday";

    public IEnumerable<Section> Sections => Text.OfType<HeadingBlock>()
        .Where(heading => heading.Level == 2)
        .Select(heading => new Section($"{Name}#{heading.GetAttributes().Id}", Markup.PlainText(heading.Inline)));

    public static Chapter Read(string name, string markdown, int number)
    {
        var text = Markup.Parse(markdown);
        var title = text.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1)
            ?? throw new FormatException($"{name} has no first-level heading.");
        var isNumbered = title.GetAttributes().Classes?.Contains("unnumbered", StringComparer.Ordinal) != true;
        return new Chapter(name, isNumbered ? number : 0, Markup.PlainText(title.Inline), text);
    }

    /// <param name="Anchor"><c>chapter#heading</c>, unique in the book.</param>
    internal sealed record Section(string Anchor, string Title);
}
