using System.Globalization;
using System.Security;
using Emporium.Host.DemoStore.Bookbinding.Web;

namespace Emporium.Host.DemoStore.Bookbinding.Epub;

/// <summary>The XHTML pages of an EPUB.</summary>
internal static class EpubPages
{
    private const double TitleSize = 11;

    public static string Cover(Manuscript book) => Page(book.Front, book.Front.Title,
        $"""<section epub:type="cover" class="cover"><img src="cover.svg" alt="Cover: {Escape(book.Front.Title)}, by {Escape(book.Front.Author)}"/></section>""");

    public static string CoverSvg(FrontMatter front)
    {
        var art = CoverArt.Draw(front.Seed);
        var serif = $"font-family=\"Newsreader, Georgia, serif\" fill=\"{art.Colors.Ink}\"";
        var title = Wrapped(front.Title, 16).Select((line, i) => Text(10, 29 + (i * 11.5), $"{serif} font-size=\"{TitleSize}\"", line)).ToList();
        var subtitle = Wrapped(front.Subtitle, 48).Select((line, i) => Text(10, 29 + ((title.Count - 1) * 11.5) + 8 + (i * 4.6), $"{serif} font-size=\"3.6\" font-style=\"italic\"", line));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1420" viewBox="0 0 100 142" role="img" aria-label="{Escape(front.Title)}">
            {art.ToSvg()}
            {Text(10, 14, $"font-family=\"Instrument Sans, Helvetica, sans-serif\" font-size=\"2.6\" fill=\"{art.Colors.Ink}\"", front.Author)}
            {string.Join('\n', title)}
            {string.Join('\n', subtitle)}
            {Text(10, 137.5, $"font-family=\"Instrument Sans, Helvetica, sans-serif\" font-size=\"2.1\" font-weight=\"600\" fill=\"{art.Colors.Ink}\"", front.Publisher)}
            </svg>
            """;
    }

    public static string Title(Manuscript book)
    {
        var front = book.Front;
        return Page(front, front.Title,
            $"""
            <section epub:type="titlepage" class="titlepage">
            <p class="author">{Escape(front.Author)}</p>
            <h1>{Escape(front.Title)}</h1>
            <p class="subtitle">{Escape(front.Subtitle)}</p>
            <p class="publisher">{Escape(front.Publisher)}</p>
            </section>
            <section epub:type="copyright-page" class="imprint">
            <p>{Escape(front.Edition)}, {front.Date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}</p>
            <p>Copyright © {front.Date.Year} {Escape(front.Author)}</p>
            <p>{Escape(front.License)}</p>
            {ChapterHtml.Render(book.Imprint)}
            </section>
            """);
    }

    public static string Navigation(Manuscript book)
    {
        var entries = book.Chapters.Select(chapter => $"<li><a href=\"{chapter.Name}.xhtml\">{Escape(Numbered(chapter))}</a>{Sections(chapter)}</li>");
        return Page(book.Front, "Contents",
            $"""
            <nav epub:type="toc" id="toc" role="doc-toc"><h1>Contents</h1><ol>
            {string.Join('\n', entries)}
            </ol></nav>
            <nav epub:type="landmarks" hidden="hidden"><h2>Landmarks</h2><ol>
            <li><a epub:type="titlepage" href="title.xhtml">Title page</a></li>
            <li><a epub:type="toc" href="#toc">Contents</a></li>
            <li><a epub:type="bodymatter" href="{book.Chapters[0].Name}.xhtml">Start</a></li>
            </ol></nav>
            """);
    }

    public static string Chapter(Manuscript book, Chapter chapter) => Page(book.Front, chapter.Title,
        $"""
        <section epub:type="{(chapter.Number > 0 ? "chapter" : "part")}">
        {(chapter.Number > 0 ? $"<p class=\"label\">Chapter {chapter.Number}</p>" : "")}
        {ChapterHtml.Render(chapter.Text)}
        </section>
        """);

    private static string Sections(Chapter chapter)
    {
        var entries = chapter.Sections.Select(section => $"<li><a href=\"{section.Anchor.Replace("#", ".xhtml#", StringComparison.Ordinal)}\">{Escape(section.Title)}</a></li>").ToList();
        return entries.Count > 0 ? $"<ol>{string.Concat(entries)}</ol>" : "";
    }

    private static string Numbered(Chapter chapter) => chapter.Number > 0 ? $"{chapter.Number}. {chapter.Title}" : chapter.Title;

    private static string Page(FrontMatter front, string title, string body) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{front.Language}" xml:lang="{front.Language}">
        <head><title>{Escape(title)}</title><link rel="stylesheet" href="style.css"/></head>
        <body>
        {body}
        </body>
        </html>
        """;

    private static IEnumerable<string> Wrapped(string text, int letters)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= letters)
            {
                yield return line;
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        yield return line;
    }

    private static string Text(double x, double y, string attributes, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y:0.##}\" {attributes}>{Escape(text)}</text>");

    private static string Escape(string text) => SecurityElement.Escape(text);
}
