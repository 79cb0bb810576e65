using System.Globalization;
using System.Security;
using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>A PDF 1.7 document: pages, links, bookmarks, metadata. The same input gives the same bytes.</summary>
internal sealed class PdfDocument(FrontMatter front, IReadOnlyList<PdfFont> fonts)
{
    private readonly PdfObjects _pdf = new();
    private readonly List<PdfPage> _pages = [];
    private List<int> _pageIds = [];

    /// <param name="Page">Counted from 1.</param>
    /// <param name="Top">From the top of the page, in points.</param>
    internal sealed record Bookmark(string Title, int Page, double Top, IReadOnlyList<Bookmark> Children);

    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(width, height);
        _pages.Add(page);
        return page;
    }

    public byte[] Close(IReadOnlyList<Bookmark> bookmarks)
    {
        var tree = _pdf.Reserve();
        _pageIds = _pages.ConvertAll(_ => _pdf.Reserve());
        var resources = _pdf.Add($"<</Font<<{string.Concat(fonts.Select(font => $"/{font.Name} {Ref(font.Embed(_pdf))}"))}>>>>");
        for (var i = 0; i < _pages.Count; i++) Write(_pages[i], _pageIds[i], tree, resources);

        _pdf.Set(tree, $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pageIds.Select(Ref))}]>>");
        var outlines = _pdf.Reserve();
        _pdf.Set(outlines, $"<</Type/Outlines{Siblings(bookmarks, outlines, isOpen: true)}>>");
        var metadata = _pdf.AddStream(Encoding.UTF8.GetBytes(Xmp()), "/Type/Metadata/Subtype/XML", isCompressed: false);
        var catalog = _pdf.Add($"<</Type/Catalog/Pages {Ref(tree)}/Outlines {Ref(outlines)}/PageMode/UseOutlines/Metadata {Ref(metadata)}/Lang({front.Language})/ViewerPreferences<</DisplayDocTitle true>>>>");
        return _pdf.Close(catalog, Information());
    }

    private void Write(PdfPage page, int id, int tree, int resources)
    {
        var content = _pdf.AddStream(page.Content);
        var links = page.Links.Select(link => Ref(_pdf.Add(Annotation(page, link)))).ToList();
        var annotations = links.Count > 0 ? $"/Annots[{string.Join(' ', links)}]" : "";
        _pdf.Set(id, $"<</Type/Page/Parent {Ref(tree)}/MediaBox[0 0 {N(page.Width)} {N(page.Height)}]/Resources {Ref(resources)}/Contents {Ref(content)}{annotations}>>");
    }

    private string Annotation(PdfPage page, PdfPage.Link link)
    {
        var area = $"{N(link.X)} {N(page.Height - link.Y - link.Height)} {N(link.X + link.Width)} {N(page.Height - link.Y)}";
        var target = link.Page > 0
            ? $"/Dest{Destination(link.Page, link.Top)}"
            : $"/A<</S/URI/URI({link.Address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})>>";
        return $"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]{target}>>";
    }

    // A negative count is a closed branch (12.3.3): only the outermost level is open.
    private string Siblings(IReadOnlyList<Bookmark> bookmarks, int parent, bool isOpen)
    {
        if (bookmarks.Count == 0) return "";
        var ids = bookmarks.Select(_ => _pdf.Reserve()).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            var (mark, previous, next) = (bookmarks[i], i > 0 ? $"/Prev {Ref(ids[i - 1])}" : "", i + 1 < ids.Count ? $"/Next {Ref(ids[i + 1])}" : "");
            _pdf.Set(ids[i], $"<</Title {PdfObjects.TextString(mark.Title)}/Parent {Ref(parent)}{previous}{next}/Dest{Destination(mark.Page, mark.Top)}{Siblings(mark.Children, ids[i], isOpen: false)}>>");
        }

        return string.Create(CultureInfo.InvariantCulture, $"/First {Ref(ids[0])}/Last {Ref(ids[^1])}/Count {(isOpen ? ids.Count : -ids.Count)}");
    }

    private string Destination(int page, double top) => $"[{Ref(_pageIds[page - 1])}/XYZ null {N(_pages[page - 1].Height - top)} null]";

    private int Information()
    {
        var date = $"(D:{front.Moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";
        return _pdf.Add($"<</Title {PdfObjects.TextString(front.Title)}/Author {PdfObjects.TextString(front.Author)}/Subject {PdfObjects.TextString(front.Subtitle)}/Creator {PdfObjects.TextString(front.Publisher)}/CreationDate {date}/ModDate {date}>>");
    }

    private string Xmp() =>
        $"""
        <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(front.Title)}</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(front.Author)}</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(front.Summary)}</rdf:li></rdf:Alt></dc:description>
        <dc:language><rdf:Bag><rdf:li>{front.Language}</rdf:li></rdf:Bag></dc:language>
        <dc:identifier>urn:uuid:{front.Identifier}</dc:identifier>
        <xmp:CreateDate>{front.Date:yyyy-MM-dd}</xmp:CreateDate>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """;

    private static string Ref(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    private static string N(double value) => PdfObjects.Number(value);
}
