using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Emporium.Platform.Text;

namespace Emporium.Delivery.Reading;

/// <summary>Reads an EPUB (W3C EPUB 3.3; version 2 as well): the container names the package, the package names the chapters in their order. The file is a stranger's: nothing in it is run, fetched or believed.</summary>
internal static class EpubReader
{
    private const string Container = "META-INF/container.xml";
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1_024 };

    /// <param name="file">Seekable.</param>
    /// <exception cref="UnreadableBookException">It is no EPUB, or a dangerous one.</exception>
    public static async Task<Book> Read(Stream file, CancellationToken ct)
    {
        try
        {
            await using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            EpubLimits.Demand(archive);
            return await Read(archive, new EpubLimits(), ct);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or InvalidOperationException or NotSupportedException)
        {
            throw new UnreadableBookException("It is no readable EPUB.", broken);
        }
    }

    private static async Task<Book> Read(ZipArchive archive, EpubLimits limits, CancellationToken ct)
    {
        var place = Xml(await Part(archive, Container, limits, ct)).Descendants().FirstOrDefault(e => e.Name.LocalName == "rootfile")?.Attribute("full-path")?.Value ?? throw new UnreadableBookException("It names no package.");
        var package = Xml(await Part(archive, place, limits, ct));
        var parts = package.Descendants().Where(e => e.Name.LocalName == "item").ToLookup(e => (string?)e.Attribute("id") ?? "", StringComparer.Ordinal);
        var chapters = new List<Chapter>();
        foreach (var step in package.Descendants().Where(e => e.Name.LocalName == "itemref" && (string?)e.Attribute("linear") != "no"))
        {
            if (parts[(string?)step.Attribute("idref") ?? ""].FirstOrDefault() is not { } item || (string?)item.Attribute("media-type") != "application/xhtml+xml") continue;
            if (((string?)item.Attribute("properties"))?.Split(' ').Contains("nav") is true) continue;
            chapters.Add(ChapterOf(await Part(archive, Beside(place, (string?)item.Attribute("href") ?? ""), limits, ct), chapters.Count + 1));
        }
        var title = package.Descendants().FirstOrDefault(e => e.Name.LocalName == "title")?.Value.Trim() ?? "";
        return new(title, chapters, chapters.Sum(c => c.Length));
    }

    private static async Task<string> Part(ZipArchive archive, string path, EpubLimits limits, CancellationToken ct) =>
        archive.GetEntry(path) is { } entry ? await limits.Text(entry, ct) : throw new UnreadableBookException($"It lacks “{path}”.");

    private static XDocument Xml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Careful);
        return XDocument.Load(reader);
    }

    /// <summary>A name inside the archive, as the package spells it: relative to the package, percent-encoded.</summary>
    private static string Beside(string package, string href) =>
        Uri.UnescapeDataString(new Uri(new Uri("epub:///" + package), href.Split('#')[0]).AbsolutePath.TrimStart('/'));

    private static Chapter ChapterOf(string xhtml, int number)
    {
        var body = new HtmlParser().ParseDocument(xhtml).Body!;

        // Pictures and links of a book lead to places inside it, where this page cannot follow.
        foreach (var picture in body.QuerySelectorAll("img")) picture.Replace(body.Owner!.CreateTextNode(picture.GetAttribute("alt") is { Length: > 0 } words ? $"[{words}]" : ""));
        foreach (var link in body.QuerySelectorAll("a").Where(a => a.GetAttribute("href") is not { } href || !href.StartsWith("https://", StringComparison.Ordinal))) link.RemoveAttribute("href");
        var title = body.QuerySelector("h1, h2")?.TextContent.Trim() is { Length: > 0 } heading ? string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : $"Part {number}";
        foreach (var heading1 in body.QuerySelectorAll("h1").ToList()) Rename(heading1, "h2");
        try
        {
            SafeHtml.Clean(body);
        }
        catch (TextTooDeepException deep)
        {
            throw new UnreadableBookException("It nests too deeply.", deep);
        }
        return new(title, body.InnerHtml.Trim(), body.TextContent.Length);
    }

    private static void Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        renamed.InnerHtml = element.InnerHtml;
        element.Replace(renamed);
    }
}
