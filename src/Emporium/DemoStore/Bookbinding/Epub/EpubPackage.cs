using System.Globalization;
using System.Security;

namespace Emporium.Host.DemoStore.Bookbinding.Epub;

/// <summary>The package document: metadata, the list of files, the reading order.</summary>
internal static class EpubPackage
{
    public const string Container =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>
        """;

    private static readonly string[] Features = ["structuralNavigation", "tableOfContents", "readingOrder", "alternativeText", "displayTransformability"];

    public static string Write(Manuscript book) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="{book.Front.Language}" unique-identifier="id">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        {Metadata(book.Front)}
          </metadata>
          <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
            <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
            <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
            <item id="style" href="style.css" media-type="text/css"/>
        {Lines(book.Chapters.Select(Item))}
          </manifest>
          <spine>
            <itemref idref="cover" linear="no"/>
            <itemref idref="title"/>
            <itemref idref="nav"/>
        {Lines(book.Chapters.Select(chapter => $"<itemref idref=\"c-{chapter.Name}\"/>"))}
          </spine>
        </package>
        """;

    private static string Metadata(FrontMatter front) => Lines(
    [
        $"<dc:identifier id=\"id\">urn:uuid:{front.Identifier}</dc:identifier>",
        $"<dc:title>{Escape($"{front.Title}: {front.Subtitle}")}</dc:title>",
        $"<dc:creator>{Escape(front.Author)}</dc:creator>",
        $"<dc:publisher>{Escape(front.Publisher)}</dc:publisher>",
        $"<dc:language>{front.Language}</dc:language>",
        $"<dc:date>{front.Date:yyyy-MM-dd}</dc:date>",
        $"<dc:rights>{Escape(front.License)}</dc:rights>",
        $"<dc:description>{Escape(front.Summary)}</dc:description>",
        $"<meta property=\"dcterms:modified\">{front.Moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</meta>",
        Schema("accessMode", "textual"),
        Schema("accessMode", "visual"),
        Schema("accessModeSufficient", "textual"),
        .. Features.Select(feature => Schema("accessibilityFeature", feature)),
        Schema("accessibilityHazard", "none"),
        Schema("accessibilitySummary", "All text can be read aloud and reflowed; the charts are described in words; tables are tables."),
    ]);

    private static string Item(Chapter chapter)
    {
        var properties = BarChart.In(chapter.Text).Any() ? " properties=\"svg\"" : "";
        return $"<item id=\"c-{chapter.Name}\" href=\"{chapter.Name}.xhtml\" media-type=\"application/xhtml+xml\"{properties}/>";
    }

    private static string Schema(string property, string value) => $"<meta property=\"schema:{property}\">{value}</meta>";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "    " + line));

    private static string Escape(string text) => SecurityElement.Escape(text);
}
