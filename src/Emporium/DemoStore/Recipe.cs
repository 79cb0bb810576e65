using System.Text;
using Emporium.Host.DemoStore.Bookbinding;
using Emporium.Host.DemoStore.Bookbinding.Epub;
using Emporium.Host.DemoStore.Bookbinding.Pdf;
using Emporium.Host.DemoStore.Bookbinding.Web;

namespace Emporium.Host.DemoStore;

/// <summary>How a product's file is made, as its <c>product.md</c> says it: <c>the-book.pdf | pdf</c>.</summary>
internal static class Recipe
{
    private static readonly DateTime Stamp = new(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <exception cref="FormatException">The way of making it is unknown.</exception>
    public static DemoFile Read(string slug, string line) => line.Split('|', StringSplitOptions.TrimEntries) switch
    {
        [var name, "pdf"] => new DemoFile(name, "application/pdf", () => PdfBook.Bind(Book(slug))),
        [var name, "epub"] => new DemoFile(name, "application/epub+zip", () => EpubBook.Bind(Book(slug))),
        [var name, "html"] => new DemoFile(name, "text/html", () => Encoding.UTF8.GetBytes(WebBook.Bind(Book(slug)))),
        [var name, "markdown"] => new DemoFile(name, "text/markdown", () => Chapters(slug)),
        [var name, "zip"] => new DemoFile(name, "application/zip", () => Zip(slug)),
        [var name, "tiles"] => new DemoFile(name, "application/zip", () => Zip(slug, [.. Tiles.All.Select(tile => ($"tiles/{tile.Name}.svg", tile.Svg)), ("preview.svg", Tiles.Preview)])),
        [var name, "preview"] => new DemoFile(name, "image/svg+xml", () => Encoding.UTF8.GetBytes(Tiles.Preview)),
        _ => throw new FormatException($"Nobody knows how to make '{line}'."),
    };

    private static Manuscript Book(string slug) => Manuscript.From($"{slug}/manuscript");

    private static byte[] Chapters(string slug) => Encoding.UTF8.GetBytes(string.Join('\n', Content.Under($"{slug}/manuscript")
        .Where(path => !path.EndsWith("/book.md", StringComparison.Ordinal)).Select(Content.Text)));

    private static byte[] Zip(string slug, params IReadOnlyList<(string Name, string Text)> drawn)
    {
        var (zip, folder) = (new Archive(Stamp), $"{slug}/files/");
        foreach (var path in Content.Under($"{slug}/files")) zip.Add($"{slug}/{path[folder.Length..]}", Content.Bytes(path));
        foreach (var (name, text) in drawn) zip.Add($"{slug}/{name}", Encoding.UTF8.GetBytes(text));
        return zip.Close();
    }
}
