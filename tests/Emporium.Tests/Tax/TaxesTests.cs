using Emporium.Platform.Data;
using Emporium.Tax.Contracts;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Tax;

public sealed class TaxesTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static readonly Money Price = new(2_900, "EUR");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_rate_holds_from_its_day_on_and_ends_the_one_before(TestDatabase database)
    {
        var store = await stores.On(database);
        await Declare(store, "PT", 2_100, new(2008, 7, 1));
        Assert.Equal((2_100, "rate:PT:standard:2008-07-01"), await Rate(store, "PT", new(2026, 1, 1)));

        await Declare(store, "PT", 2_300, new(2011, 1, 1));

        Assert.Equal((2_100, "rate:PT:standard:2008-07-01"), await Rate(store, "PT", new(2010, 12, 31)));
        Assert.Equal((2_300, "rate:PT:standard:2011-01-01"), await Rate(store, "PT", new(2011, 1, 1)));
        Assert.Equal((0, "none"), await Rate(store, "PT", new(2008, 6, 30)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_rate_declared_for_the_past_ends_where_the_next_begins(TestDatabase database)
    {
        var store = await stores.On(database);
        await Declare(store, "DE", 1_900, new(2021, 1, 1));
        await Declare(store, "DE", 1_600, new(2020, 7, 1));

        Assert.Equal(1_600, (await Rate(store, "DE", new(2020, 12, 31))).Rate);
        Assert.Equal(1_900, (await Rate(store, "DE", new(2021, 1, 1))).Rate);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Declaring_a_day_again_corrects_it(TestDatabase database)
    {
        var store = await stores.On(database);
        await Declare(store, "FR", 1_900, new(2014, 1, 1));
        await Declare(store, "FR", 2_000, new(2014, 1, 1));

        Assert.Equal(2_000, (await Rate(store, "FR", new(2026, 1, 1))).Rate);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_unknown_country_and_one_without_a_rate_bear_none(TestDatabase database)
    {
        var store = await stores.On(database);

        Assert.Equal((0, "none"), await Rate(store, null, new(2026, 1, 1)));
        Assert.Equal((0, "none"), await Rate(store, "JP", new(2026, 1, 1)));
        Assert.Equal((0, "none"), await Rate(store, "??", new(2026, 1, 1)));
    }

    [Theory]
    [InlineData("XX", 2_000, "tax.country_unknown")]
    [InlineData("pt", 2_000, "tax.country_unknown")]
    [InlineData("PT", -1, "tax.rate_invalid")]
    [InlineData("PT", 10_001, "tax.rate_invalid")]
    public async Task A_rate_that_cannot_be_is_refused(string country, int rate, string code)
    {
        var store = await stores.On(TestDatabase.Sqlite);

        Assert.Equal(code, (await Assert.ThrowsAsync<Refusal>(() => Declare(store, country, rate, new(2026, 1, 1)))).Code);
    }

    private static async Task Declare(TestStore store, string country, int rate, DateOnly from)
    {
        await using var scope = store.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ITaxEditor>().Declare(country, rate, from, Ct);
        await scope.ServiceProvider.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
    }

    private static async Task<(int Rate, string Rule)> Rate(TestStore store, string? country, DateOnly on)
    {
        var line = Assert.Single(await store.Do<ITaxes, IReadOnlyList<TaxLine>>(t => t.Quote(country, [Price], on, Ct)));
        Assert.Equal(Price, line.Base + line.Amount);
        return (line.RateBasisPoints, line.Rule);
    }
}
