using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Desk.Bulk;
using Emporium.Catalog.Products;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>Several products at once: all of them or none, and prices only as they were shown.</summary>
public sealed class BulkTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_unlisted_product_is_sold_to_who_has_the_address_and_found_by_nobody_else(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of("unlisted-one", "Uncommonword stands alone"));
        Assert.Equal(1, await store.Do<ChangeMany, int>(c => c.Handle([product], ProductStatus.Unlisted, Ct)));
        using var visitor = store.Visitor();

        Assert.Contains("noindex", await visitor.GetStringAsync("/products/unlisted-one", Ct), StringComparison.Ordinal);
        foreach (var list in (string[])["/products", "/products?q=uncommonword", "/sitemap.xml", "/api/v1/products?limit=100"])
            Assert.DoesNotContain("unlisted-one", await visitor.GetStringAsync(list, Ct), StringComparison.Ordinal);
        Assert.Equal(product, Assert.Single(await store.Do<IOffers, IReadOnlyList<Offer>>(o => o.Of([product], "EUR", Ct))).Product);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Where_one_of_several_refuses_none_is_changed(TestDatabase database)
    {
        var store = await stores.On(database);
        var fine = await store.Put(Drafts.Of("bulk-fine") with { IsPublished = false });
        var priceless = await store.Put(Drafts.Of("bulk-priceless", "No price") with { IsPublished = false, Prices = [] });

        var refusal = await Assert.ThrowsAsync<Refusal>(() => store.Do<ChangeMany, int>(c => c.Handle([fine, priceless], ProductStatus.Published, Ct)));

        Assert.Equal("product.price_missing", refusal.Code);
        Assert.StartsWith("“No price”", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ProductStatus.Draft, (await store.Do<ProductEditor, Product>(e => e.Read(fine, Ct))).Status);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prices_change_as_they_were_shown_and_not_otherwise(TestDatabase database)
    {
        var store = await stores.On(database);
        var (one, two) = (await store.Put(Drafts.Of("prices-one")), await store.Put(Drafts.Of("prices-two")));
        var step = PriceStep.Read("EUR", "percent", "-10");
        var shown = await store.Do<ChangePrices, IReadOnlyList<ChangePrices.Line>>(c => c.Look([one, two], step, Ct));
        Assert.All(shown, line => Assert.Equal((2_900, 2_610), (line.Before.Minor, line.After!.Value.Minor)));
        Assert.Equal(2_900, await EuroOf(store, one));

        await store.Put(Drafts.Of("prices-two", "Another title"));
        var seen = shown.ToDictionary(l => l.Product, l => l.Version);
        Assert.Equal("product.changed", (await Assert.ThrowsAsync<Refusal>(() => store.Do<ChangePrices, IReadOnlyList<ChangePrices.Line>>(c => c.Apply(seen, step, Ct)))).Code);
        Assert.Equal(2_900, await EuroOf(store, one));

        seen[two]++;
        await store.Do<ChangePrices, IReadOnlyList<ChangePrices.Line>>(c => c.Apply(seen, step, Ct));
        Assert.Equal((2_610, 2_610), (await EuroOf(store, one), await EuroOf(store, two)));
    }

    [Theory]
    [InlineData("EUR", "percent", "10", 2_999, 3_299)]
    [InlineData("EUR", "percent", "2,5", 1_000, 1_025)]
    [InlineData("EUR", "amount", "-5", 2_900, 2_400)]
    [InlineData("JPY", "amount", "100", 3_000, 3_100)]
    [InlineData("EUR", "amount", "-30", 2_900, null)]
    [InlineData("EUR", "percent", "-100", 2_900, 0)]
    public void A_step_leads_to_a_price_or_to_none(string currency, string by, string value, long before, int? after) =>
        Assert.Equal(after, PriceStep.Read(currency, by, value).Of(new Money(before, currency))?.Minor);

    [Theory]
    [InlineData("EUR", "percent", "0")]
    [InlineData("EUR", "percent", "ten")]
    [InlineData("EUR", "percent", "-101")]
    [InlineData("JPY", "amount", "0.5")]
    [InlineData("XXX", "amount", "1")]
    public void A_step_that_cannot_be_meant_is_refused(string currency, string by, string value) =>
        Assert.Equal("price.step_invalid", Assert.Throws<Refusal>(() => PriceStep.Read(currency, by, value)).Code);

    [Fact]
    public async Task The_page_shows_the_new_prices_before_it_changes_them()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var product = await store.Put(Drafts.Of("prices-page"));
        using var ida = await store.Owner();
        var address = $"/admin/products/prices?id={product}&currency=EUR&by=amount&value=1";

        var page = WebUtility.HtmlDecode(await ida.GetStringAsync(address, Ct));
        Assert.Contains("€29.00", page, StringComparison.Ordinal);
        Assert.Contains("€30.00", page, StringComparison.Ordinal);
        var done = await ida.Submit(address, "/admin/products/prices", ("currency", "EUR"), ("by", "amount"), ("value", "1"), ("seen", $"{product}.1"));

        Assert.Equal("/admin/products", done.Headers.Location?.ToString());
        Assert.Equal(3_000, await EuroOf(store, product));
    }

    [Fact]
    public async Task A_program_looks_first_and_then_applies()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var product = await store.Put(Drafts.Of("prices-api"));
        using var ida = await store.Owner();

        var looked = await Ask(new { products = new[] { product.ToString() }, currency = "EUR", by = "percent", value = "100" });
        Assert.False(looked.GetProperty("isApplied").GetBoolean());
        var version = looked.GetProperty("lines")[0].GetProperty("version").GetInt32();
        var applied = await Ask(new { products = new[] { product.ToString() }, currency = "EUR", by = "percent", value = "100", seen = new Dictionary<string, int> { [product.ToString()] = version } });

        Assert.True(applied.GetProperty("isApplied").GetBoolean());
        Assert.Equal(5_800, await EuroOf(store, product));

        async Task<JsonElement> Ask(object body) => await (await ida.PostAsJsonAsync("/api/v1/admin/products/price-changes", body, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    [Theory]
    [InlineData("Où est l'œuf?", "ou-est-l-oeuf")]
    [InlineData("  The Slow   Reader -- 2nd ed. ", "the-slow-reader-2nd-ed")]
    [InlineData("Straße", "strasse")]
    [InlineData("読書", "")]
    public void An_address_is_made_of_a_title(string title, string slug) => Assert.Equal(slug, SlugWords.Of(title));

    private static async Task<long> EuroOf(TestStore store, ProductId product) =>
        (await store.Do<ProductEditor, Product>(e => e.Read(product, Ct))).Prices.Single(p => p.Currency == "EUR").AmountMinor;
}
