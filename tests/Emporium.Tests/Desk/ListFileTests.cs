using System.Net;
using System.Text.Json;
using Emporium.Accounts.Presence;
using Emporium.Messaging.Endpoints;
using Emporium.Platform.Audit;
using Emporium.Tests.Accounts;
using Emporium.Tests.Catalog;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Desk;

/// <summary>What the desk lists leaves the store whole, in forms that other programs read.</summary>
public sealed class ListFileTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Every_short_list_goes_out_as_a_table_as_an_array_and_as_lines(TestDatabase database)
    {
        var store = await stores.On(database);
        var email = await store.NewOwner();
        using var owner = store.Visitor();
        await owner.SignIn(email);
        var product = await store.Put(Drafts.Of($"f-{Buying.NewKey()[..8]}") with { Prices = [new Money(1_900, "EUR")] });
        var (order, _) = await store.Bought(product);
        await store.Settle();
        await owner.Submit("/admin/taxes", "/admin/taxes", ("country", "MT"), ("rate", "18"), ("validFrom", "2026-01-01"));
        await store.Do<CreateEndpoint, EndpointAnswer>(create => create.Handle(new EndpointRequest("https://93.184.215.14/in", "Trial", Book: Book.Live), default));

        foreach (var (list, column, word) in ((string, string, string)[])[
            ("/admin/jobs", "name", "ledger.take-snapshots"), ("/admin/settings/team", "email", email), ("/admin/taxes", "country", "MT"), ("/admin/settings/roles", "role", "support"),
            ("/admin/settings/webhooks", "url", "https://93.184.215.14/in"), ("/admin/ledger", "reference", $"{order}"), ("/admin/ledger/balances", "account", "gateway_clearing")])
        {
            var table = await owner.GetStringAsync($"{list}/export.csv");
            Assert.Contains(column, table.Split('\n')[0].Split(','));
            Assert.Contains(word, table, StringComparison.Ordinal);
            var array = JsonDocument.Parse(await owner.GetStringAsync($"{list}/export.json")).RootElement;
            Assert.Contains(array.EnumerateArray(), row => row.GetProperty(column).GetString() == word);
            Assert.Equal(array.GetArrayLength(), (await owner.GetStringAsync($"{list}/export.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            if (list == "/admin/taxes") Assert.Contains("2026-01-01", table, StringComparison.Ordinal);
            Assert.Contains($"{list}/export.csv", await owner.Page(list == "/admin/ledger/balances" ? "/admin/ledger" : list), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_journal_of_one_order_balances_in_its_file(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var product = await store.Put(Drafts.Of($"j-{Buying.NewKey()[..8]}") with { Prices = [new Money(2_400, "EUR")] });
        var (order, _) = await store.Bought(product);
        await store.Settle();

        var lines = JsonDocument.Parse(await owner.GetStringAsync($"/admin/ledger/export.json?reference={order}")).RootElement.EnumerateArray().ToList();

        Assert.All(lines, line => Assert.Equal($"{order}", line.GetProperty("reference").GetString()));
        Assert.Equal(0, lines.Sum(line => line.GetProperty("amount").GetProperty("minor").GetInt64()));
        Assert.Contains(lines, line => line.GetProperty("account").GetString() == "buyers_receipts" && line.GetProperty("amount").GetProperty("minor").GetInt64() == -2_400);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_somebody_did_is_found_by_what_it_was_about_and_by_who_did_it(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        using var owner = await store.Owner();
        await owner.Submit("/admin/jobs", "/admin/jobs/ledger.take-snapshots/run", ("back", "/admin/jobs"));
        await owner.GetStringAsync("/admin/jobs/export.csv");
        var entries = await store.Do<IAuditLog, IReadOnlyList<AuditLine>>(async log => await log.All.ToListAsync());
        var ran = Assert.Single(entries, entry => entry.Subject == "ledger.take-snapshots");

        Assert.Contains("ledger.take-snapshots", await owner.Page("/admin/settings/audit?q=ledger.take-snapshots"), StringComparison.Ordinal);
        var byHer = await owner.Page($"/admin/settings/audit?actor={ran.Actor}");
        Assert.Contains("Exports jobs as csv.", byHer, StringComparison.Ordinal);
        Assert.Contains("Ida Halbert", byHer, StringComparison.Ordinal);
        Assert.DoesNotContain("ledger.take-snapshots", await owner.Page("/admin/settings/audit?actor=stf_nobody"), StringComparison.Ordinal);
        var file = JsonDocument.Parse(await owner.GetStringAsync($"/admin/settings/audit/export.json?q=ledger.take-snapshots")).RootElement;
        Assert.Equal("Ida Halbert", Assert.Single(file.EnumerateArray()).GetProperty("actor_name").GetString());
    }

    [Fact]
    public async Task What_no_filter_understands_begins_no_file()
    {
        using var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();

        foreach (var format in (string[])["csv", "json", "jsonl"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.GetAsync($"/admin/orders/export.{format}?status=bogus")).StatusCode);
    }

    [Fact]
    public async Task Whoever_may_give_access_back_takes_no_addresses_away()
    {
        using var support = await (await stores.On(TestDatabase.Sqlite)).Member("support");

        foreach (var list in (string[])["entitlements", "licenses", "customers", "orders", "subscribers"])
            Assert.Equal(HttpStatusCode.Forbidden, (await support.GetAsync($"/admin/{list}/export.csv")).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_file_asks_for_a_fresh_proof_of_who_takes_it(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        using var owner = await store.Owner();
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));

        var answer = await owner.GetAsync("/admin/settings/team/export.csv");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/admin/confirm", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }
}
