using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Emporium.Host.DemoStore;

namespace Emporium.Tests.DemoStore;

public sealed partial class DemoGoodsTests
{
    public static TheoryData<string> Slugs => [.. DemoGoods.All.Select(product => product.Slug)];

    [Fact]
    public void The_store_opens_with_eight_products_one_free_and_one_with_a_license_key()
    {
        Assert.Equal(8, DemoGoods.All.Count);
        Assert.Equal("plain-dealing", DemoGoods.All[0].Slug);
        Assert.Single(DemoGoods.All, product => product.IsFree);
        Assert.Single(DemoGoods.All, product => product.HasLicenseKey);
        Assert.All(DemoGoods.All, product => Assert.Contains(product.Prices, price => price.Currency == DemoGoods.Store.Currency));
        Assert.All(DemoGoods.All.SelectMany(product => product.Prices), price => Assert.True(Currency.IsKnown(price.Currency) && !price.IsNegative));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_product_but_the_tool_that_runs_here_has_files_with_something_in_them_and_each_a_page_that_says_what_it_is(string slug)
    {
        var product = Product(slug);

        Assert.Equal(slug is "even", product.Files.Count == 0);
        Assert.All(product.Files, file => Assert.True(file.Bytes.Length > 4_000, file.Name));
        Assert.InRange(product.Description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 230, 480);
        foreach (var heading in new[] { "For you if", "Not for you if", "What you may do", "Questions" })
            Assert.Contains($"### {heading}", product.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_reads_from_its_beginning_each_time_it_is_opened()
    {
        var file = Product("plain-dealing").Files[0];

        using var first = file.Open();
        first.Seek(0, SeekOrigin.End);
        using var second = file.Open();

        Assert.Equal(0, second.Position);
        Assert.Equal(file.Bytes.Length, second.Length);
    }

    [Fact]
    public void The_shop_papers_are_the_eight_documents_their_page_lists()
    {
        using var zip = Zip("shop-papers", "shop-papers.zip");
        var papers = zip.Entries.Select(entry => entry.Name).Where(name => char.IsAsciiDigit(name[0])).ToList();

        Assert.Equal(8, papers.Count);
        Assert.Equal(3, papers.Count(name => name.EndsWith(".csv", StringComparison.Ordinal)));
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var lines = Text(entry).TrimEnd('\n').Split('\n');
            Assert.All(lines, line => Assert.Equal(lines[0].Count(c => c == ','), line.Count(c => c == ',')));
        }
    }

    [Fact]
    public void The_tiles_are_thirty_six_different_drawings_in_well_formed_svg()
    {
        using var zip = Zip("paper-tiles", "paper-tiles.zip");
        var tiles = zip.Entries.Where(entry => entry.FullName.Contains("/tiles/", StringComparison.Ordinal)).Select(Text).ToList();

        Assert.Equal(36, tiles.Distinct(StringComparer.Ordinal).Count());
        Assert.All(tiles, svg => Assert.True(XDocument.Parse(svg).Descendants().Count() >= 5));
    }

    [Fact]
    public void The_checklist_has_as_many_points_as_its_page_promises()
    {
        var text = Encoding.UTF8.GetString(Product("quiet-opening").Files.Single(file => file.Name.EndsWith(".md", StringComparison.Ordinal)).Bytes.Span);

        Assert.Equal(41, Tasks().Count(text));
        Assert.StartsWith("Forty-one", Product("quiet-opening").Pitch, StringComparison.Ordinal);
    }

    private static DemoProduct Product(string slug) => DemoGoods.All.Single(product => product.Slug == slug);

    private static ZipArchive Zip(string slug, string file) => new(Product(slug).Files.Single(f => f.Name == file).Open());

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^- \[ \] ", RegexOptions.Multiline)]
    private static partial Regex Tasks();
}
