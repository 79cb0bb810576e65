using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

public sealed class ProductsApiTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_list_is_walked_by_cursor_newest_first_and_misses_none(TestDatabase database)
    {
        var store = await stores.On(database);
        var slugs = Enumerable.Range(1, 5).Select(n => $"walk-{n}").ToList();
        foreach (var slug in slugs) await store.Put(Drafts.Of(slug));

        var walked = new List<string>();
        for (var url = "/api/v1/products?limit=2"; url is not null;)
        {
            var page = await Get(store, url);
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!));
            url = page.TryGetProperty("nextCursor", out var next) ? $"/api/v1/products?limit=2&cursor={next.GetString()}" : null;
        }

        Assert.Equal(slugs.AsEnumerable().Reverse(), walked.Where(s => s.StartsWith("walk-", StringComparison.Ordinal)));
        Assert.Equal(walked.Count, walked.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_product_says_what_it_is_and_costs(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Put(Drafts.Of("says", "A <b>title</b> & more"));

        var product = await Get(store, "/api/v1/products/says");

        Assert.Equal("A <b>title</b> & more", product.GetProperty("title").GetString());
        Assert.StartsWith("prd_", product.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(["EUR 2900", "USD 3200"], product.GetProperty("prices").EnumerateArray().Select(p => $"{p.GetProperty("currency")} {p.GetProperty("minor")}"));
        Assert.Contains("<h2>Inside</h2>", product.GetProperty("descriptionHtml").GetString(), StringComparison.Ordinal);
        Assert.Equal($"{store.Url}/covers/says.1.svg", product.GetProperty("cover").GetString());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_draft_is_unknown_and_an_archived_product_is_gone(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Put(Drafts.Of("drafted") with { IsPublished = false });
        var archived = await store.Put(Drafts.Of("archived"));
        await Archive(store, archived);

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(store, "/api/v1/products/drafted")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(store, "/api/v1/products/nowhere")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await Ask(store, "/api/v1/products/archived")).StatusCode);
        Assert.DoesNotContain("archived", (await Get(store, "/api/v1/products?limit=100")).ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_change_is_seen_by_the_next_request(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Put(Drafts.Of("fresh", "Before"));
        Assert.Equal("Before", (await Get(store, "/api/v1/products/fresh")).GetProperty("title").GetString());

        await store.Put(Drafts.Of("fresh", "After"));

        Assert.Equal("After", (await Get(store, "/api/v1/products/fresh")).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("limit=0", HttpStatusCode.BadRequest)]
    [InlineData("limit=101", HttpStatusCode.BadRequest)]
    [InlineData("limit=x", HttpStatusCode.BadRequest)]
    [InlineData("cursor=abc", HttpStatusCode.UnprocessableEntity)]
    public async Task A_list_that_cannot_be_given_is_refused(string query, HttpStatusCode status) =>
        Assert.Equal(status, (await Ask(await stores.On(TestDatabase.Sqlite), $"/api/v1/products?{query}")).StatusCode);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Search_finds_all_words_the_last_one_by_its_beginning(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Put(Drafts.Of("quiet-ledger", "The Quiet Ledger") with { Pitch = "Bookkeeping explained at example.com for well-read people." });
        await store.Put(Drafts.Of("loud-ledger", "The Loud Ledger"));
        await store.Put(Drafts.Of("unseen-ledger", "The Unseen Ledger") with { IsPublished = false });

        Assert.Equal(["loud-ledger", "quiet-ledger"], await Found(store, "ledger"));
        Assert.Equal(["quiet-ledger"], await Found(store, "ledger QUI"));
        Assert.Equal(["quiet-ledger"], await Found(store, "example well read bookkeep"));
        Assert.Empty(await Found(store, "qui ledger"));
        Assert.Empty(await Found(store, "\"*'"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Search_follows_a_changed_text_and_pages_by_cursor(TestDatabase database)
    {
        var store = await stores.On(database);
        foreach (var n in Enumerable.Range(1, 3)) await store.Put(Drafts.Of($"moss-{n}", $"Moss {n}"));
        await store.Put(Drafts.Of("moss-2", "Lichen 2"));

        Assert.Equal(["moss-3", "moss-1"], await Found(store, "moss"));
        Assert.Equal(["moss-2"], await Found(store, "lichen"));
        var first = await Get(store, "/api/v1/products?q=moss&limit=1");
        var second = await Get(store, $"/api/v1/products?q=moss&limit=1&cursor={first.GetProperty("nextCursor").GetString()}");
        Assert.Equal(["moss-1"], Slugs(second));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Hostile_search_text_is_words_or_refused(TestDatabase database)
    {
        var store = await stores.On(database);
        foreach (var text in new[] { "\"", "'", "a\" OR \"b", "title:*", "NEAR(a b)", "a & | ! <->", "'; drop table catalog_products; --", "\\", "%", "日本", "a\0b" })
            Assert.Equal(HttpStatusCode.OK, (await Ask(store, $"/api/v1/products?q={Uri.EscapeDataString(text)}")).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(store, $"/api/v1/products?q={new string('a', 5_000)}")).StatusCode);
    }

    private static async Task Archive(TestStore store, ProductId id) => await store.Do<IServiceProvider>(async services =>
    {
        await ((IProductEditor)services.GetService(typeof(IProductEditor))!).Archive(id, TestContext.Current.CancellationToken);
        await ((Platform.Data.StoreDb)services.GetService(typeof(Platform.Data.StoreDb))!).SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static async Task<IEnumerable<string>> Found(TestStore store, string q) => Slugs(await Get(store, $"/api/v1/products?q={Uri.EscapeDataString(q)}"));

    private static IEnumerable<string> Slugs(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("slug").GetString()!)];

    private static async Task<JsonElement> Get(TestStore store, string url)
    {
        using var api = store.Api();
        return await api.GetFromJsonAsync<JsonElement>(url, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> Ask(TestStore store, string url)
    {
        using var api = store.Api();
        return await api.GetAsync(url, TestContext.Current.CancellationToken);
    }
}
