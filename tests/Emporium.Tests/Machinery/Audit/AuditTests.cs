using System.Net;
using Emporium.Platform;
using Emporium.Platform.Audit;
using Emporium.Platform.Data;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Machinery.Audit;

/// <summary>Each test has a store of its own: the chain is about all of its entries.</summary>
public sealed class AuditTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_an_owner_changes_stands_in_the_log_with_the_change_and_without_what_was_typed(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var owner = await store.Owner();

        await owner.Submit("/admin/taxes", "/admin/taxes", ("country", "AT"), ("rate", "20"), ("validFrom", "2026-01-01"));

        var line = Assert.Single(await Lines(store));
        Assert.Equal(("POST /admin/taxes", "done", "Ida Halbert"), (line.Action, line.Outcome, line.ActorName));
        Assert.Contains(line.Changes, c => c is { Table: "tax_rates", What: "added" });
        Assert.DoesNotContain("2026-01-01", line.ToString() + string.Concat(line.Changes), StringComparison.Ordinal);
        Assert.Contains("tax_rates", await owner.GetStringAsync("/admin/settings/audit"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_refused_and_what_changes_no_row_stands_there_too(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var owner = await store.Owner();

        await owner.Submit("/admin/taxes", "/admin/taxes", ("country", "AT"), ("rate", "much"), ("validFrom", "2026-01-01"));
        await owner.Submit("/admin/jobs", "/admin/jobs/platform.expire-rows/run");
        await owner.Submit("/admin/jobs", "/admin/jobs/no-such-job/run");

        Assert.Equal(["job.not_found", "done", "refused"], (await Lines(store)).Select(l => l.Outcome));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Looking_at_pages_and_shopping_are_not_actions(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var owner = await store.Owner();

        await owner.GetAsync("/admin/jobs");
        await owner.PostAsync("/cart/lines", new FormUrlEncodedContent([KeyValuePair.Create("product", "nothing")]));

        Assert.Empty(await Lines(store));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_whole_chain_is_found_whole(TestDatabase database)
    {
        await using var store = await WithEntries(database);

        Assert.Equal(Health.Good, Assert.Single(await Look(store)).Health);
        Assert.Equal([3L, 2L, 1L], (await Lines(store)).Select(l => l.Number));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_changed_entry_breaks_the_chain(TestDatabase database)
    {
        await using var store = await WithEntries(database);

        await store.Do<StoreDb, int>(db => db.Set<AuditEntry>().Where(e => e.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, "refused")));

        Assert.Contains("entry 2", Broken(await Look(store)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_removed_entry_breaks_the_chain(TestDatabase database)
    {
        await using var store = await WithEntries(database);

        await store.Do<StoreDb, int>(db => db.Set<AuditEntry>().Where(e => e.Number == 2).ExecuteDeleteAsync());

        Assert.Contains("entry 2: it is missing", Broken(await Look(store)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_entry_put_in_the_place_of_another_breaks_the_chain(TestDatabase database)
    {
        await using var store = await WithEntries(database);

        await store.Do<StoreDb, int>(async db =>
        {
            var first = await db.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Number == 1);
            return await db.Set<AuditEntry>().Where(e => e.Number == 3).ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "stf_else").SetProperty(e => e.Link, first.Link));
        });

        Assert.Contains("entry 3", Broken(await Look(store)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Entries_that_nobody_links_are_told(TestDatabase database)
    {
        await using var store = await WithEntries(database);
        await store.Do<AuditTrail>(trail => trail.Note(Action(4), AuditTrail.Done, default));

        // Time stands still, so that the job which would link it does not run.
        var longAgo = store.Clock.GetUtcNow().AddMinutes(-16);
        await store.Do<StoreDb, int>(db => db.Set<AuditEntry>().Where(e => e.Subject == "trial_4").ExecuteUpdateAsync(set => set.SetProperty(e => e.At, longAgo)));

        Assert.Contains(await Look(store), f => f.Health is Health.Poor);
    }

    private static async Task<TestStore> WithEntries(TestDatabase database)
    {
        var store = await TestStore.Open(database);
        foreach (var number in Enumerable.Range(1, 3))
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await store.Do<AuditTrail>(trail => trail.Note(Action(number), AuditTrail.Done, default));
        }
        await store.Do<ChainAudit>(chain => chain.Run(default));
        return store;
    }

    private static AuditedAction Action(int number) => new("stf_trial", "POST /trial", "", $"trial_{number}", "request");

    private static Task<IReadOnlyList<AuditLine>> Lines(TestStore store) =>
        store.Do<IAuditLog, IReadOnlyList<AuditLine>>(async log => await log.Named(await log.All.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).ToListAsync(), default));

    private static Task<IReadOnlyList<Finding>> Look(TestStore store) =>
        store.Do<IServiceProvider, IReadOnlyList<Finding>>(scope => scope.GetServices<IDoctorCheck>().OfType<AuditCheck>().Single().Look(default));

    private static string Broken(IReadOnlyList<Finding> findings) => Assert.Single(findings, f => f.Health is Health.Broken).What;
}
