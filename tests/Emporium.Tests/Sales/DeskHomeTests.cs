using System.Net;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Desk.Home;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Sales;

/// <summary>The desk's first page: figures that agree with the orders, what waits for a person, and orders as they come.</summary>
public sealed class DeskHomeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_day_shows_the_same_before_and_after_it_is_summed(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await store.Bought(await store.Product(2_900));
        await store.Bought(await store.Product(1_100));
        store.Clock.Advance(TimeSpan.FromDays(1));

        var before = await Content(store);
        await store.Do<SumDays>(job => job.Run(Ct));
        await store.Do<SumDays>(job => job.Run(Ct));
        var after = await Content(store);

        var euros = Assert.Single(after.Series);
        Assert.Equal(("EUR", 4_000, 2), (euros.Currency, euros.Days.Sum(d => d.Sum.SoldMinor), euros.Days.Sum(d => d.Sum.Orders)));
        Assert.Equal(before.Series.Single().Days, euros.Days);
        Assert.True(await store.Do<StoreDb, bool>(db => db.Set<SalesDay>().AnyAsync(d => d.SoldMinor > 0, Ct)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_home_says_what_was_sold_today_and_what_needs_a_hand(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _) = await store.Bought(await store.Product(2_900));
        using var owner = await store.Owner();
        await store.Do<StoreDb>(async db =>
        {
            await db.Set<StoredMail>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MailStatus.Failed), Ct);
            await db.Set<Emporium.Sales.Orders.Order>().ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OrderStatus.Disputed), Ct);
        });

        var page = await owner.Page("/admin");

        Assert.Contains("€29.00", page, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), page, StringComparison.Ordinal);
        Assert.Contains("letters that the mail server refused", page, StringComparison.Ordinal);
        Assert.Contains("disputed: answer at the gateway", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_new_order_appears_by_itself_until_its_watcher_signs_out(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        using var owner = await store.Owner();
        using var stream = await owner.GetAsync("/admin/live", HttpCompletionOption.ResponseHeadersRead, Ct);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Ct));
        await Until(reader, "event: ready");

        var (id, _) = await store.Bought(await store.Product());
        var row = await Until(reader, id.ToString());
        Assert.Contains("<tr data-id=", row, StringComparison.Ordinal);

        await owner.PostAsync("/admin/sign-out", null, Ct);
        while (await reader.ReadLineAsync(Ct) is not null) { }
    }

    [Fact]
    public async Task One_person_holds_few_live_pages_at_once()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        List<HttpResponseMessage> open = [];
        for (var i = 0; i < 5; i++) open.Add(await owner.GetAsync("/admin/live", HttpCompletionOption.ResponseHeadersRead, Ct));

        Assert.Equal(4, open.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.Conflict, open[^1].StatusCode);
        foreach (var answer in open) answer.Dispose();
    }

    private static Task<HomeFigures.Content> Content(TestStore store) => store.Do<HomeFigures, HomeFigures.Content>(figures => figures.Of(Book.Test, Ct));

    private static async Task<string> Until(StreamReader reader, string text)
    {
        while (await reader.ReadLineAsync(Ct) is { } line)
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"The stream ended without “{text}”.");
    }
}
