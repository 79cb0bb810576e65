using System.Security;

namespace Emporium.Host.DemoStore.Bookbinding.Web;

/// <summary>Binds a manuscript as one HTML page that needs nothing else: for reading offline, printing, and searching.</summary>
internal static class WebBook
{
    public static string Bind(Manuscript book)
    {
        var contents = book.Chapters.Select(chapter => $"<li><a href=\"#{chapter.Name}\">{Escape(chapter.Title)}</a></li>");
        var chapters = book.Chapters.Select(chapter => $"<section id=\"{chapter.Name}\">\n{Distinct(ChapterHtml.Render(chapter.Text, ""), chapter, book)}</section>");
        return $"""
            <!DOCTYPE html>
            <html lang="{book.Front.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{Escape(book.Front.Title)}</title>
            <style>
            {Content.Text("bindery/epub.css")}
            body {Measure}
            </style>
            </head>
            <body>
            <header class="titlepage"><p>{Escape(book.Front.Author)}</p><h1>{Escape(book.Front.Title)}</h1><p class="subtitle">{Escape(book.Front.Subtitle)}</p></header>
            <nav><ol>
            {string.Join('\n', contents)}
            </ol></nav>
            <main>
            {string.Join('\n', chapters)}
            </main>
            <footer class="imprint"><p>{Escape(book.Front.Edition)}. {Escape(book.Front.License)}</p></footer>
            </body>
            </html>
            """;
    }

    private const string Measure = "{ max-width: 36em; margin: 2rem auto; padding: 0 1.25rem; font-size: 1.15rem; }";

    // Chapters repeat headings and footnote numbers, so their ids carry the chapter's name here.
    private static string Distinct(string html, Chapter chapter, Manuscript book)
    {
        html = html.Replace(" id=\"", $" id=\"{chapter.Name}-", StringComparison.Ordinal).Replace("href=\"#", $"href=\"#{chapter.Name}-", StringComparison.Ordinal);
        foreach (var other in book.Chapters)
        {
            html = html.Replace($"href=\"{other.Name}#", $"href=\"#{other.Name}-", StringComparison.Ordinal)
                .Replace($"href=\"{other.Name}\"", $"href=\"#{other.Name}\"", StringComparison.Ordinal);
        }

        return html;
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
