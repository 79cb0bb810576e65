using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Emporium.Bench.Load;
using Emporium.Bench.Machine;
using Emporium.Bench.Reports;

namespace Emporium.Bench.Pages;

/// <summary>Pages and the product API of a shop beside the bare program, one after the other with the same driver.</summary>
internal sealed class PageMeasures(Pace pace, Shop shop, string folder, string provider, string connection)
{
    private const double Fraction = 0.7;
    private const int LongPage = 20_000;
    private const int ListLength = 24;
    private int unique;

    public async IAsyncEnumerable<Figure> Run()
    {
        var (slug, home, product) = await Read();
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(pages, "home"), home);
        await File.WriteAllBytesAsync(Path.Combine(pages, "product"), product);
        await using var bare = await StartBare(pages);

        yield return Ratio($"home page ({home.Length / 1000.0:0.0} kB)", await Ours("/"), await Theirs(bare, "/pages/home"), Fraction);
        var anonymous = await Ours($"/products/{slug}");
        yield return Ratio($"product page ({product.Length / 1000.0:0.0} kB)", anonymous, await Theirs(bare, "/pages/product"), Fraction);
        yield return await WithFragment(anonymous, slug);
        yield return Ratio("product API", await Ours($"/api/v1/products/{slug}"), await Theirs(bare, $"/products/{slug}"), Fraction);
        yield return Ratio("product API, never asked before", await Fresh(() => $"/api/v1/products/{slug}?limit={Next()}"), await Theirs(bare, $"/products/{slug}"), null);
        yield return Ratio("list API", await Ours($"/api/v1/products?limit={ListLength}"), await Theirs(bare, $"/products?limit={ListLength}"), Fraction);
        yield return Ratio("list API, never asked before", await Fresh(() => $"/api/v1/products?limit={ListLength}&cursor={Cursor()}"), await Theirs(bare, $"/products?limit={ListLength}"), null);
    }

    /// <summary>The page from the cache and, beside it, the number in the link to the cart: two requests a view.</summary>
    private async Task<Figure> WithFragment(Rate page, string slug)
    {
        using var connection = await shop.Store.Connect();
        var id = (await connection.Ask(Ask.Get($"/api/v1/products/{slug}"))).Demand(200).Json.GetProperty("id").GetString();
        var cookie = (await connection.Ask(Ask.Form("/cart/lines", $"product={id}&quantity=1"))).Demand(303).Cookie;
        var badge = await pace.Measure(shop.Store, Ask.Get("/cart/badge", $"Cookie: {cookie}\r\n"));
        var cost = (1 / page.PerSecond + 1 / badge.PerSecond) * page.PerSecond;
        return new Figure("product page with the visitor's cart", cost, "anonymous pages", AtMost: 3, Rate: badge);
    }

    private async Task<(string Slug, byte[] Home, byte[] Product)> Read()
    {
        using var connection = await shop.Store.Connect();
        var home = (await connection.Ask(Ask.Get("/"))).Demand(200).Body;
        foreach (var item in (await connection.Ask(Ask.Get("/api/v1/products?limit=100"))).Demand(200).Json.GetProperty("items").EnumerateArray())
        {
            var slug = item.GetProperty("slug").GetString()!;
            if ((await connection.Ask(Ask.Get($"/products/{slug}"))).Demand(200).Body is { Length: >= LongPage } page) return (slug, home, page);
        }
        throw new InvalidOperationException($"No product page has {LongPage} bytes.");
    }

    private Task<Server> StartBare(string pages)
    {
        var url = Server.FreeUrl();
        return Server.Start(Cores.Server, url, "/pages/home", Path.Combine(folder, "bare.log"),
            [.. Cores.Self, "--bare", "--urls", url.GetLeftPart(UriPartial.Authority), "--Bare:Pages", pages, "--Bare:Provider", provider, "--Bare:Connection", connection]);
    }

    private Task<Rate> Ours(string path) => pace.Measure(shop.Store, Ask.Get(path));

    private Task<Rate> Theirs(Server bare, string path) => pace.Measure(bare, Ask.Get(path));

    private Task<Rate> Fresh(Func<string> path) => pace.Measure(shop.Store, () => Pace.Burst(() => Ask.Get(path())));

    private static Figure Ratio(string what, Rate ours, Rate theirs, double? atLeast) => new(what, ours.PerSecond / theirs.PerSecond, "of bare", AtLeast: atLeast, Rate: ours, Bare: theirs);

    private int Next() => 1_000 + Interlocked.Increment(ref unique);

    /// <summary>A place in the list that nobody has been at: a moment from now, and some id.</summary>
    private string Cursor() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{(TimeProvider.System.GetUtcNow().UtcTicks / 10) + 3_600_000_000 + Next()}.{Guid.Empty:N}")));
}
