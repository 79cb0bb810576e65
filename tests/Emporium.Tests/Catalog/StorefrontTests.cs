using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

public sealed partial class StorefrontTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/products")]
    [InlineData("/products/shown")]
    public async Task A_public_page_holds_nothing_personal_and_sets_no_cookie(string path)
    {
        var store = await Stocked();
        using var visitor = store.Visitor();

        var answer = await visitor.GetAsync(path, Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
        Assert.Contains("Shown &amp; told", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_product_page_offers_one_thing_to_do_and_says_it_to_machines_too()
    {
        var store = await Stocked();
        using var visitor = store.Visitor();

        var html = await visitor.GetStringAsync("/products/shown", Ct);

        Assert.Contains("€29.00", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("action=\"/cart/lines\"", html, StringComparison.Ordinal);
        Assert.Contains("Add to cart", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{store.Url}/products/shown\"", html, StringComparison.Ordinal);
        var data = JsonDocument.Parse(JsonLd().Match(html).Groups["json"].Value).RootElement;
        Assert.Equal(("Product", "Shown & told </script>", "29.00"), (data.GetProperty("@type").GetString(), data.GetProperty("name").GetString(), data.GetProperty("offers").GetProperty("price").GetString()));
    }

    [Fact]
    public async Task A_free_work_says_so()
    {
        var store = await Stocked();
        await store.Put(Drafts.Of("gratis") with { Prices = [new Money(0, "EUR")] });
        using var visitor = store.Visitor();

        var html = await visitor.GetStringAsync("/products/gratis", Ct);

        Assert.Contains("Get it", html, StringComparison.Ordinal);
        Assert.Contains(">Free<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_currency_is_remembered_and_shown()
    {
        var store = await Stocked();
        using var visitor = store.Visitor();

        var answer = await visitor.PostAsync("/currency", Form(("currency", "USD"), ("returnPath", "/products/shown")), Ct);

        Assert.Equal((HttpStatusCode.SeeOther, "/products/shown"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Contains("32.00", await visitor.GetStringAsync("/products/shown", Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("")]
    public async Task Choosing_a_currency_leads_nowhere_else(string returnPath)
    {
        var store = await Stocked();
        using var visitor = store.Visitor();

        var answer = await visitor.PostAsync("/currency", Form(("currency", "USD"), ("returnPath", returnPath)), Ct);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_cover_is_kept_for_ever_under_its_version()
    {
        var store = await Stocked();
        using var visitor = store.Api();

        var current = await visitor.GetAsync("/covers/shown.1.svg", Ct);
        var other = await visitor.GetAsync("/covers/shown.99.svg", Ct);

        Assert.Equal("image/svg+xml", current.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", current.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", other.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/covers/nowhere.1.svg", Ct)).StatusCode);
    }

    [Fact]
    public async Task Search_engines_find_what_is_published_and_not_the_desk()
    {
        var store = await Stocked();
        using var visitor = store.Visitor();

        Assert.Contains($"<loc>{store.Url}/products/shown</loc>", await visitor.GetStringAsync("/sitemap.xml", Ct), StringComparison.Ordinal);
        Assert.Contains("Disallow: /admin", await visitor.GetStringAsync("/robots.txt", Ct), StringComparison.Ordinal);
    }

    private async Task<TestStore> Stocked()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        await store.Put(Drafts.Of("shown", "Shown & told </script>") with { IsFeatured = true });
        return store;
    }

    private static FormUrlEncodedContent Form(params (string Key, string Value)[] fields) => new(fields.ToDictionary(f => f.Key, f => f.Value));

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex JsonLd();
}
