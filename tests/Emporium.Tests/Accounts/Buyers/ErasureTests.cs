using System.IO.Compression;
using System.Net;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Erasing;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Emporium.Tests.Catalog;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts.Buyers;

public sealed class ErasureTests
{
    private const string Email = "ada@example.org";
    private const string Name = "Adalgisa Unmistakable";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_forgotten_person_is_in_no_table_and_the_sums_are_as_they_were(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, customer, visitor) = await Buyer(store);
        var before = await store.Order(id);
        Assert.NotEmpty(await Traces(store));

        await Confirm(store, visitor);
        store.Clock.Advance(ScheduleErasure.Grace);
        await EraseDue(store);

        var after = await store.Order(id);
        Assert.Empty(await Traces(store));
        Assert.Equal((before.Total, before.RefundedMinor, before.Country, before.PaidAt, before.Number), (after.Total, after.RefundedMinor, after.Country, after.PaidAt, after.Number));
        Assert.Equal((customer, "erased"), (after.CustomerId, after.BuyerEmail));
        Assert.Equal(HttpStatusCode.Found, await visitor.GetAsync("/account").Status());
        foreach (var module in store.Services.CreateScope().ServiceProvider.GetServices<IPersonalData>()) Assert.Null(await module.Export(Email, default));
        var proof = await store.Do<StoreDb, Erasure>(db => db.Set<Erasure>().SingleAsync());
        Assert.Equal(ErasureStatus.Done, proof.Status);
        Assert.Contains("sales", proof.Modules, StringComparison.Ordinal);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_last_letter_reaches_them_and_is_forgotten_after_a_week(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (_, _, visitor) = await Buyer(store);

        await Confirm(store, visitor);
        store.Clock.Advance(ScheduleErasure.Grace);
        await EraseDue(store);
        var told = await store.Letters(Email);
        store.Clock.Advance(TimeSpan.FromDays(7));
        await EraseDue(store);

        Assert.Equal(["account.erased"], told.Select(l => l.Kind));
        Assert.Empty(await store.Letters(Email));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task It_takes_the_word_and_the_link_and_can_be_undone(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (_, _, visitor) = await Buyer(store);

        var careless = await visitor.Submit("/account/data", "/account/erasure", ("word", "yes"));
        await visitor.Submit("/account/data", "/account/erasure", ("word", "delete"));
        var unconfirmed = await Planned(store);
        var link = store.Link(await store.Letter(Email, "account.erase"));
        var page = await visitor.GetStringAsync(link);
        await visitor.Follow(link);
        var confirmed = await Planned(store);
        var undone = await visitor.Submit("/account/data", "/account/erasure/undo");
        store.Clock.Advance(ScheduleErasure.Grace);
        await EraseDue(store);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, careless.StatusCode);
        Assert.DoesNotContain("data-submit-now", page, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0), (unconfirmed, confirmed, await Planned(store)));
        Assert.Equal("/account/data?done=undone", undone.Headers.Location?.OriginalString);
        Assert.NotNull(await store.Do<ICustomers, Customer?>(c => c.FindByEmail(Email, default)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task While_an_order_moves_money_nobody_is_forgotten_and_the_next_day_it_is_tried_again(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (_, customer, visitor) = await Buyer(store);
        await Confirm(store, visitor);
        store.Clock.Advance(ScheduleErasure.Grace);
        var (waiting, _, _) = await store.Placed(await store.Cart(await store.Product()));

        await EraseDue(store);
        var postponed = await store.Do<StoreDb, Erasure>(db => db.Set<Erasure>().AsNoTracking().SingleAsync());
        var still = await store.Do<ICustomers, Customer?>(c => c.Find(customer, default));
        await store.Do<StoreDb>(db => db.Transact(() => db.Set<Emporium.Sales.Orders.Order>().Where(o => o.Id == waiting).ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OrderStatus.Canceled)), default));
        store.Clock.Advance(TimeSpan.FromDays(1));

        // Its payment runs out in the same moment: a round that loses against that leaves the person to the next.
        await TestStore.Until(async () =>
        {
            await EraseDue(store);
            return await store.Do<ICustomers, Customer?>(c => c.Find(customer, default)) is null;
        });

        Assert.Contains((await store.Order(waiting)).Number, postponed.Obstacle, StringComparison.Ordinal);
        Assert.NotNull(still);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_copy_holds_what_each_module_knows_and_opens_for_its_owner_alone(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _, visitor) = await Buyer(store);
        var other = CustomerVisitor.NewEmail();
        await store.Customer(other);
        var stranger = await store.SignedIn(other);

        await visitor.Submit("/account/data", "/account/exports");
        await store.Letter(Email, "account.export_ready");
        var export = await store.Do<StoreDb, DataExport>(db => db.Set<DataExport>().AsNoTracking().SingleAsync());
        var files = Unpack(await visitor.GetByteArrayAsync($"/account/exports/{export.Id}"));

        Assert.Equal(["data/accounts.json", "data/delivery.json", "data/licensing.json", "data/sales.json", "index.html"], files.Keys.Order());
        Assert.All(new[] { Email, Name, "1 Quay", "newsletter", "A private note", "s phone" }, known => Assert.Contains(known, files["data/accounts.json"], StringComparison.Ordinal));
        Assert.Contains((await store.Order(id)).Number, files["data/sales.json"], StringComparison.Ordinal);
        Assert.Contains((await store.Order(id)).Number, files["index.html"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.GetAsync($"/account/exports/{export.Id}").Status());
        store.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.GetAsync($"/account/exports/{export.Id}").Status());
        store.Clock.Advance(DataExport.Kept);
        Assert.Equal(HttpStatusCode.NotFound, await (await store.SignedIn(Email, 2)).GetAsync($"/account/exports/{export.Id}").Status());
        await store.Do<ForgetExports>(job => job.Run(default));
        Assert.Equal(0, await store.Do<StoreDb, int>(db => db.Set<DataExport>().CountAsync()));
    }

    /// <summary>Somebody who left a trace wherever one can be left.</summary>
    private static async Task<(OrderId Id, CustomerId Customer, HttpClient Visitor)> Buyer(TestStore store)
    {
        var product = await store.Put(Drafts.Of($"w-{Buying.NewKey()[^8..]}") with { IssuesLicense = true, Prices = [new Money(2_900, "EUR")] });
        var (id, _) = await store.Bought(product);
        var visitor = await store.SignedIn(Email);
        await visitor.Submit("/account/details", "/account/details", ("name", Name), ("address", "1 Quay, Porto"), ("language", "pt-PT"));
        await visitor.Submit("/account/details", "/account/email", ("email", $"new.{Email}"));
        await NewsletterTests.SignUp(visitor, Email);
        var confirm = store.Link(await store.Letter(Email, "newsletter.question"), "/newsletter/confirm/");
        await visitor.Submit(confirm, confirm);
        using var passkey = new SoftPasskey(store.Url);
        await visitor.MakePasskey(passkey, "/account/sessions", "/account/passkeys", $"{Name}’s phone");
        var customer = (await store.Order(id)).CustomerId;
        var owner = await store.Owner();
        await owner.Submit($"/admin/customers/{customer}", $"/admin/customers/{customer}/notes", ("note", $"A private note about {Email}"));
        return (id, customer, visitor);
    }

    private static async Task Confirm(TestStore store, HttpClient visitor)
    {
        await visitor.Submit("/account/data", "/account/erasure", ("word", "Delete"));
        Assert.Equal("/account/data/planned", (await visitor.Follow(store.Link(await store.Letter(Email, "account.erase")))).Headers.Location?.OriginalString);
    }

    private static Task EraseDue(TestStore store) => store.Do<EraseDue>(job => job.Run(default));

    private static Task<int> Planned(TestStore store) => store.Do<StoreDb, int>(db => db.Set<Erasure>().CountAsync(e => e.Status == ErasureStatus.Scheduled));

    /// <summary>Every column of every table of every module that holds the address or the name in the clear.</summary>
    private static Task<List<string>> Traces(TestStore store) => store.Do<StoreDb, List<string>>(async db =>
    {
        var traces = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsOwned()))
        {
            foreach (var property in entity.GetFlattenedProperties().Where(p => p.GetTypeMapping().Converter?.ProviderClrType is { } provider ? provider == typeof(string) : p.ClrType == typeof(string)))
            {
                var (table, column) = (entity.GetTableName()!, property.GetColumnName());
#pragma warning disable EF1002 // Names of the model's own tables and columns.
                var found = await db.Database.SqlQueryRaw<int>($"select cast(count(*) as integer) as \"Value\" from {table} where lower(cast({column} as text)) like '%{Email}%' or cast({column} as text) like '%{Name}%' or cast({column} as text) like '%1 Quay%'").SingleAsync();
#pragma warning restore EF1002
                if (found > 0) traces.Add($"{table}.{column}");
            }
        }
        return traces;
    });

    private static Dictionary<string, string> Unpack(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }
}
