using System.IO.Compression;
using System.Text;
using Emporium.Delivery.Reading;

namespace Emporium.Tests.Delivery.Reading;

using Book = Emporium.Delivery.Reading.Book;

public sealed class EpubReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_book_is_read_in_its_own_order_with_its_own_headings()
    {
        var book = await Read(Epub(("b.xhtml", "<h1>Second</h1><p>Two.</p>"), ("a.xhtml", "<h1>First <em>light</em></h1><p>One.</p>")));

        Assert.Equal(["Second", "First light"], book.Chapters.Select(c => c.Title));
        Assert.Contains("<h2>First <em>light</em></h2>", book.Chapters[1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_book_runs_calls_home_or_leads_into_the_store()
    {
        var book = await Read(Epub(("a.xhtml",
            """<h1>x</h1><script>alert(1)</script><p onclick="alert(1)" style="position:fixed">y</p><img src="https://spy.example/p.gif" alt="A kettle"/><a href="/admin/sign-out">go</a><iframe src="//spy.example"></iframe><form action="/cart/lines"><button>b</button></form>""")));

        Assert.Equal("<h2>x</h2><p>y</p>[A kettle]<a>go</a>", book.Chapters[0].Html.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sample_is_the_beginning_and_never_more_than_a_tenth_beyond_its_first_chapter()
    {
        var chapters = Enumerable.Range(1, 20).Select(i => ($"c{i}.xhtml", $"<h1>Chapter {i}</h1><p>{new string('x', 1_000)}</p>")).Prepend(("cover.xhtml", "<p>Cover</p>")).ToArray();
        var book = await Read(Epub(chapters));

        Assert.Equal(["Chapter 1"], book.Sample.Take(1).Select(c => c.Title));
        Assert.InRange(book.Sample.Sum(c => c.Length), 1_000, book.Length / 10);
        Assert.Empty((await Read(Epub(("only.xhtml", $"<h1>All of it</h1><p>{new string('x', 5_000)}</p>")))).Sample);
    }

    [Fact]
    public async Task A_bomb_is_given_up_while_it_unpacks_whatever_its_directory_says()
    {
        var bomb = Epub(("a.xhtml", $"<p>{new string(' ', 40 << 20)}</p>"));

        Assert.InRange(bomb.Length, 1, 200_000);
        await Assert.ThrowsAsync<UnreadableBookException>(() => Read(bomb));
        await Assert.ThrowsAsync<UnreadableBookException>(() => Read(Epub([.. Enumerable.Range(0, 20).Select(i => ($"c{i}.xhtml", $"<p>{new string(' ', 3 << 20)}</p>"))])));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>")]
    [InlineData("no xml at all")]
    [InlineData("<container/>")]
    public async Task A_package_that_is_a_trap_is_no_book(string container) =>
        await Assert.ThrowsAsync<UnreadableBookException>(() => Read(Zip(("META-INF/container.xml", container))));

    [Fact]
    public async Task What_is_no_archive_is_no_book() => await Assert.ThrowsAsync<UnreadableBookException>(() => Read(Encoding.ASCII.GetBytes("%PDF-1.7 and then some")));

    [Fact]
    public async Task A_chapter_that_points_out_of_the_book_is_not_followed() =>
        await Assert.ThrowsAsync<UnreadableBookException>(() => Read(Zip(
            ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/p.opf\"/></rootfiles></container>"),
            ("OPS/p.opf", "<package><manifest><item id=\"a\" href=\"../../../etc/passwd\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"))));

    private static Task<Book> Read(byte[] file) => EpubReader.Read(new MemoryStream(file), Ct);

    private static byte[] Epub(params (string Name, string Body)[] chapters) => Zip(
    [
        ("META-INF/container.xml", "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"OPS/package.opf\"/></rootfiles></container>"),
        ("OPS/package.opf",
            $"<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>A Book</dc:title></metadata><manifest>{string.Concat(chapters.Select((c, i) => $"<item id=\"i{i}\" href=\"{c.Name}\" media-type=\"application/xhtml+xml\"/>"))}</manifest><spine>{string.Concat(chapters.Select((_, i) => $"<itemref idref=\"i{i}\"/>"))}</spine></package>"),
        .. chapters.Select(c => ($"OPS/{c.Name}", $"<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>{c.Body}</body></html>")),
    ]);

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }
}
