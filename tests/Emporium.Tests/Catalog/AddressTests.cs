using System.Net;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>Links to an address that a product had go on working.</summary>
public sealed class AddressTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_product_that_moved_is_found_under_every_address_it_had(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of("move-a"));
        await Move(store, product, "move-b");
        await Move(store, product, "move-c");

        Assert.Equal("301 /products/move-c", await Ask(store, "/products/move-a"));
        Assert.Equal("301 /products/move-c", await Ask(store, "/products/move-b"));
        Assert.Equal("301 /api/v1/products/move-c", await Ask(store, "/api/v1/products/move-a"));
        Assert.Equal("200 ", await Ask(store, "/products/move-c"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Moving_back_leads_in_no_circle(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of("circle-a"));
        await Move(store, product, "circle-b");
        await Move(store, product, "circle-a");

        Assert.Equal("200 ", await Ask(store, "/products/circle-a"));
        Assert.Equal("301 /products/circle-a", await Ask(store, "/products/circle-b"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_address_that_was_left_behind_belongs_to_the_next_product_sold_there(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of("left-a"));
        await Move(store, product, "left-b");
        await store.Put(Drafts.Of("left-a", "The newcomer") with { IsPublished = false });
        Assert.Equal("301 /products/left-b", await Ask(store, "/products/left-a"));

        await store.Put(Drafts.Of("left-a", "The newcomer"));

        Assert.Equal("200 ", await Ask(store, "/products/left-a"));
        await Move(store, product, "left-c");
        Assert.Equal("200 ", await Ask(store, "/products/left-a"));
    }

    [Fact]
    public async Task An_address_that_was_never_public_leads_nowhere()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var product = await store.Put(Drafts.Of("secret-a") with { IsPublished = false });
        await Move(store, product, "secret-b");

        Assert.Equal("404 ", await Ask(store, "/products/secret-a"));
    }

    private static Task Move(TestStore store, ProductId product, string slug) => store.Do<IServiceProvider>(async scope =>
    {
        var editor = (ProductEditor)scope.GetService(typeof(ProductEditor))!;
        var known = await editor.Read(product, Ct);
        var change = (ChangeProduct)scope.GetService(typeof(ChangeProduct))!;
        await change.Handle(product, new ProductRequest(slug, "ebook", "A title", Prices: [new Money(1_900, "EUR")], Status: known.Status is ProductStatus.Draft ? ProductStatus.Draft : ProductStatus.Published, Version: known.Version), Ct);
    });

    private static async Task<string> Ask(TestStore store, string path)
    {
        using var visitor = store.Visitor();
        var answer = await visitor.GetAsync(path, Ct);
        return $"{(int)answer.StatusCode} {(answer.StatusCode is HttpStatusCode.MovedPermanently ? answer.Headers.Location : null)}";
    }
}
