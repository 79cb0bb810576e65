using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Catalog;

public sealed class OffersTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_not_for_sale_in_the_currency_is_missing(TestDatabase database)
    {
        var store = await stores.On(database);
        var (both, euros, draft) = (
            await store.Put(Drafts.Of("both")),
            await store.Put(Drafts.Of("euros") with { Prices = [new Money(900, "EUR")] }),
            await store.Put(Drafts.Of("draft") with { IsPublished = false }));

        var offers = await store.Do<IOffers, IReadOnlyList<Offer>>(o => o.Of([both, euros, draft, both], "USD", Ct));

        var offer = Assert.Single(offers);
        Assert.Equal((both, new Money(3_200, "USD"), 5, 30), (offer.Product, offer.Price, offer.DownloadLimit, offer.RefundDays));
        Assert.Equal(2, (await store.Do<IOffers, IReadOnlyList<Offer>>(o => o.Of([both, euros], "EUR", Ct))).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Currencies_begin_with_the_store_s_own_and_follow_what_is_sold(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Put(Drafts.Of("yen") with { Prices = [new Money(3_000, "JPY"), new Money(2_000, "CHF")] });

        Assert.Equal("EUR", (await store.Do<IOffers, IReadOnlyList<string>>(o => o.Currencies(Ct)))[0]);
        Assert.Contains("JPY", await store.Do<IOffers, IReadOnlyList<string>>(o => o.Currencies(Ct)));

        await store.Put(Drafts.Of("yen") with { Prices = [new Money(2_000, "CHF")] });

        Assert.DoesNotContain("JPY", await store.Do<IOffers, IReadOnlyList<string>>(o => o.Currencies(Ct)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Putting_the_same_draft_again_changes_and_tells_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        var id = await store.Put(Drafts.Of("same"));
        await store.Put(Drafts.Of("same"));
        await store.Put(Drafts.Of("same", "Other"));

        var subject = id.ToString();
        var facts = await store.Do<StoreDb, List<string>>(db => db.Set<StoredEvent>().Where(e => e.Subject == subject).OrderBy(e => e.Sequence).Select(e => e.Type).ToListAsync(Ct));

        Assert.Equal(["product.published", "product.changed"], facts);
    }
}
