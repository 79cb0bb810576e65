using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Emporium.Host.DemoStore;
using Emporium.Host.DemoStore.Bookbinding;
using Emporium.Host.DemoStore.Bookbinding.Epub;
using Emporium.Host.DemoStore.Bookbinding.Pdf;
using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Tests.DemoStore;

public sealed partial class BookbindingTests
{
    private static readonly Lazy<byte[]> Pdf = new(() => PdfBook.Bind(PlainDealing));

    private static Manuscript PlainDealing => Manuscript.From("plain-dealing/manuscript");

    [Theory]
    [InlineData("plain-dealing")]
    [InlineData("price-it")]
    [InlineData("quiet-opening")]
    public void Binding_twice_gives_the_same_bytes(string slug)
    {
        Assert.Equal(PdfBook.Bind(Manuscript.From($"{slug}/manuscript")), PdfBook.Bind(Manuscript.From($"{slug}/manuscript")));
        Assert.Equal(EpubBook.Bind(Manuscript.From($"{slug}/manuscript")), EpubBook.Bind(Manuscript.From($"{slug}/manuscript")));
    }

    [Fact]
    public void The_book_has_the_pages_that_its_product_page_names()
    {
        var pages = PageObjects().Count(Latin(Pdf.Value));

        Assert.InRange(pages, 25, 90);
        Assert.Contains($"PDF (A5, {pages} pages", DemoGoods.All[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_outline_names_every_chapter_and_every_section_below_it()
    {
        var titles = Titles().Matches(Latin(Pdf.Value)).Select(match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value))).ToList();

        foreach (var chapter in PlainDealing.Chapters)
        {
            Assert.Contains(titles, title => title.EndsWith(chapter.Title, StringComparison.Ordinal));
            Assert.All(chapter.Sections, section => Assert.Contains(section.Title, titles));
        }
    }

    [Fact]
    public void The_table_of_objects_points_at_every_object()
    {
        var pdf = Latin(Pdf.Value);
        var table = int.Parse(StartOfTable().Match(pdf).Groups[1].Value, CultureInfo.InvariantCulture);
        var offsets = Offsets().Matches(pdf[table..]);

        Assert.True(offsets.Count > 100);
        foreach (var (i, offset) in offsets.Index())
            Assert.StartsWith($"{i + 1} 0 obj", pdf[int.Parse(offset.Groups[1].Value, CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
    }

    [Fact]
    public void All_type_is_embedded_as_a_subset()
    {
        var pdf = Latin(Pdf.Value);

        Assert.Equal(6, SubsetNames().Matches(pdf).Select(match => match.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.True(Pdf.Value.Length < 400_000);
    }

    [Fact]
    public void An_epub_begins_with_its_type_uncompressed()
    {
        var epub = EpubBook.Bind(PlainDealing);

        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(epub, 30, 28));
        using var zip = new ZipArchive(new MemoryStream(epub));
        Assert.All(PlainDealing.Chapters, chapter => Assert.NotNull(zip.GetEntry($"EPUB/{chapter.Name}.xhtml")));
    }

    [Fact]
    public void A_link_to_a_place_that_does_not_exist_stops_the_press()
    {
        var chapter = Chapter.Read("01-lost", "# Lost\n\nSee [nowhere](02-nowhere.md).\n", 1);
        var book = PlainDealing with { Chapters = [chapter] };

        Assert.Contains("02-nowhere", Assert.Throws<FormatException>(() => PdfBook.Bind(book)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hyphenation", "hy-phen-ation")]
    [InlineData("associate", "as-so-ciate")]
    [InlineData("project", "project")]
    [InlineData("business", "busi-ness")]
    [InlineData("VAT2006", "VAT2006")]
    public void Words_are_hyphenated_as_TeX_does(string word, string expected) =>
        Assert.Equal(expected, string.Join('-', Hyphenator.Split(word)));

    [Fact]
    public void Justified_lines_end_at_the_margin_and_no_letter_is_lost()
    {
        const double width = 200;
        const string text = "A small error at the start is cheap, and the same error at the end is a reprint, as every printer and every bookkeeper has found out.";

        var lines = Line.Justify(Compositor.Compose(text, Ink.Body), width);

        Assert.All(lines.SkipLast(1), line => Assert.Equal(width, line.Width, 0.01));
        Assert.Equal(text, string.Join(' ', lines.Select(line => string.Concat(line.Runs.Select(run => run.Text)).Trim())).Replace("- ", "", StringComparison.Ordinal));
    }

    private static string Latin(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    [GeneratedRegex("/Type/Page/Parent")]
    private static partial Regex PageObjects();

    [GeneratedRegex("<</Title <feff([0-9a-f]*)>/Parent")]
    private static partial Regex Titles();

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Offsets();

    [GeneratedRegex(@"/BaseFont/[A-Z]{6}\+\w+")]
    private static partial Regex SubsetNames();
}
