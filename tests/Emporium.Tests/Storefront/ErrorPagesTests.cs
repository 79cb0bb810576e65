using System.Net;
using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Tests.Catalog;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Storefront;

public sealed class ErrorPagesTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_withdrawn_work_says_what_it_was_and_what_stands_beside_it(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = store.Visitor();
        var slug = $"gone-{Buying.NewKey()[^8..]}";
        var product = await store.Put(Drafts.Of(slug) with { Title = "The Lost Ledger" });
        await store.Put(Drafts.Of($"near-{Buying.NewKey()[^8..]}") with { Title = "The Found Ledger" });
        await store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<IProductEditor>().Archive(product, Ct);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
        });

        using var answer = await visitor.GetAsync($"/products/{slug}", Ct);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("The Lost Ledger", page, StringComparison.Ordinal);
        Assert.Contains("The Found Ledger", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    public static TheoryData<TestDatabase, string> Nothing => [.. TestDatabases.All.SelectMany(row => new[] { "/no/such/page", "/products/no-such-work" }.Select(path => (row.Data, path)))];

    [Theory, MemberData(nameof(Nothing))]
    public async Task An_address_of_nothing_offers_a_search_and_a_shelf_and_is_not_kept(TestDatabase database, string path)
    {
        var store = await stores.On(database);
        using var visitor = store.Visitor();
        await store.Put(Drafts.Of($"new-{Buying.NewKey()[^8..]}"));
        using var answer = await visitor.GetAsync(path, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("name=\"q\"", page, StringComparison.Ordinal);
        Assert.Contains("New on the shelf", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_program_that_accepts_pages_alone_gets_its_refusal_all_the_same()
    {
        using var reader = (await stores.On(TestDatabase.Sqlite)).Visitor();

        var answer = await reader.GetAsync("/api/v1/products/no-such-work");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("product.not_found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_has_a_page_that_needs_nothing_that_may_be_broken()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, change: services => services.AddScoped<IChosenCurrency, Fault>());
        using var visitor = store.Visitor();
        using var answer = await visitor.GetAsync("/products", Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Nothing was charged by this page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kettle is empty", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_how_long_to_wait()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["RateLimits:FormsPerMinute"] = "1" });
        using var visitor = store.Visitor();
        HttpResponseMessage answer;
        do
        {
            answer = await visitor.PostAsync("/privacy/choices", new FormUrlEncodedContent([new("choice", "none")]), Ct);
        }
        while (answer.StatusCode is HttpStatusCode.SeeOther);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains($"Wait {answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds} seconds", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>Breaks every page that shows a price.</summary>
    private sealed class Fault : IChosenCurrency
    {
        public ValueTask<string> Current(CancellationToken ct) => throw new InvalidOperationException("The kettle is empty.");
    }
}
