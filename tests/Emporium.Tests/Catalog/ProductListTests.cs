using System.Net;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>The list of products on the desk: everything is found, and several are changed at once.</summary>
public sealed class ProductListTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_product_is_found_by_a_word_an_address_a_state_and_a_kind_drafts_too(TestDatabase database)
    {
        var store = await stores.On(database);
        var draft = await store.Put(Drafts.Of("list-draft", "Heronweather") with { IsPublished = false, Kind = "font" });
        using var ida = await store.Owner();

        foreach (var asked in (string[])["q=heronweather", "q=list-draft", $"q={draft}", "q=herons&kind=font", "status=Draft", "kind=font&sort=address"])
            Assert.Equal(asked != "q=herons&kind=font", (await ida.GetStringAsync($"/admin/products?{asked}", Ct)).Contains("Heronweather", StringComparison.Ordinal));
        Assert.DoesNotContain("Heronweather", await ida.GetStringAsync("/admin/products?status=Archived", Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Chosen_products_are_archived_together(TestDatabase database)
    {
        var store = await stores.On(database);
        var (one, two) = (await store.Put(Drafts.Of("together-one")), await store.Put(Drafts.Of("together-two")));
        using var ida = await store.Owner();

        var answer = await ida.Submit("/admin/products", "/admin/products/acts/archive-chosen", ("id", $"{one}"), ("id", $"{two}"), ("query", "status=Archived"));

        Assert.Equal((HttpStatusCode.SeeOther, "/admin/products?status=Archived"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Contains("2 products archived.", await ida.GetStringAsync("/admin/products?status=Archived", Ct), StringComparison.Ordinal);
        foreach (var id in (ProductId[])[one, two]) Assert.Equal(ProductStatus.Archived, (await store.Do<ProductEditor, Product>(e => e.Read(id, Ct))).Status);
    }

    [Fact]
    public async Task Changing_prices_asks_by_how_much_before_anything_is_done()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var product = await store.Put(Drafts.Of("asks-first"));
        using var ida = await store.Owner();

        var answer = await ida.Submit("/admin/products", "/admin/products/acts/change-prices", ("id", $"{product}"));

        Assert.Equal($"/admin/products/prices?id={product}", answer.Headers.Location?.ToString());
        Assert.Contains("One product", await ida.GetStringAsync(answer.Headers.Location, Ct), StringComparison.Ordinal);
    }
}
