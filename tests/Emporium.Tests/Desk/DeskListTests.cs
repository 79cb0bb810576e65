using System.Net;
using Emporium.Delivery.Entitlements;
using Emporium.Licensing.Licenses;
using Emporium.Payments.Inbox;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Tests.Accounts;
using Emporium.Tests.Catalog;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Desk;

/// <summary>The rooms of the desk that are lists: what each is found by, what is done with several rows, and what is taken away.</summary>
public sealed class DeskListTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_license_is_found_by_its_order_its_buyer_and_its_product_and_revoked_with_others(TestDatabase database)
    {
        var (store, order) = await Bought(database);
        using var owner = await store.Owner();
        var license = await store.Do<StoreDb, License>(db => db.Set<License>().AsNoTracking().SingleAsync(l => l.OrderId == order));
        var summary = (await store.Do<IOrders, OrderSummary?>(orders => orders.Find(order, default)))!;

        foreach (var found in new[] { $"q={order}", $"q={summary.Number}", "q=ada@example.org", $"q={license.Id}", $"product={license.ProductId}&status=Active" })
        {
            var page = await owner.Page($"/admin/licenses?{found}");
            Assert.Contains($"…{license.Hint}", page, StringComparison.Ordinal);
            Assert.Contains(summary.Lines[0].Title, page, StringComparison.Ordinal);
            Assert.Contains("ada@example.org", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain($"…{license.Hint}", await owner.Page("/admin/licenses?q=nobody@example.org"), StringComparison.Ordinal);
        var revoked = await owner.Submit("/admin/licenses", "/admin/licenses/acts/revoke", ("id", license.Id.ToString()), ("query", ""));
        Assert.Contains("One key was revoked.", await owner.Page(revoked.Headers.Location!.OriginalString), StringComparison.Ordinal);
        await owner.Submit("/admin/licenses", "/admin/licenses/acts/restore", ("id", license.Id.ToString()), ("query", ""));

        Assert.Equal(LicenseStatus.Active, await store.Do<StoreDb, LicenseStatus>(db => db.Set<License>().Where(l => l.Id == license.Id).Select(l => l.Status).SingleAsync()));
        Assert.Contains(license.Id.ToString(), await owner.GetStringAsync($"/admin/licenses/export.csv?q={order}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_entitlement_is_found_by_its_order_and_its_buyer_and_revoked_with_others(TestDatabase database)
    {
        var (store, order) = await Bought(database);
        using var owner = await store.Owner();
        var entitlement = await store.Do<StoreDb, Entitlement>(db => db.Set<Entitlement>().AsNoTracking().SingleAsync(e => e.OrderId == order));

        foreach (var found in new[] { $"q={order}", "q=ada@example.org", $"q={entitlement.Id}", $"product={entitlement.ProductId}" })
            Assert.Contains($"/admin/orders/{order}", await owner.Page($"/admin/entitlements?{found}"), StringComparison.Ordinal);
        await owner.Submit("/admin/entitlements", "/admin/entitlements/acts/revoke", ("id", entitlement.Id.ToString()), ("query", ""));
        Assert.Contains($"/admin/orders/{order}", await owner.Page($"/admin/entitlements?q={order}&status=Revoked"), StringComparison.Ordinal);
        await owner.Submit("/admin/entitlements", "/admin/entitlements/acts/restore", ("id", entitlement.Id.ToString()), ("query", ""));
        await owner.Submit("/admin/entitlements", "/admin/entitlements/acts/reset-downloads", ("id", entitlement.Id.ToString()), ("query", ""));

        Assert.Contains($"/admin/orders/{order}", await owner.Page($"/admin/entitlements?q={order}&status=Active"), StringComparison.Ordinal);
        Assert.Contains("ada@example.org", await owner.GetStringAsync($"/admin/entitlements/export.json?q={order}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_is_found_by_whom_it_was_for_and_sent_again_with_others(TestDatabase database)
    {
        var (store, order) = await Bought(database);
        using var owner = await store.Owner();
        var mail = Assert.Single(await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(desk => desk.About(order.ToString(), default)));

        foreach (var found in new[] { $"q={order}", "q=ada@example.org", $"q={mail.Id}", "status=Kept" })
            Assert.Contains($"/admin/mails/{mail.Id}", await owner.Page($"/admin/mails?{found}"), StringComparison.Ordinal);
        var sent = await owner.Submit("/admin/mails", "/admin/mails/acts/resend", ("id", mail.Id.ToString()), ("query", ""));

        Assert.Contains("One letter is sent again.", await owner.Page(sent.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Id.ToString(), await owner.Page("/admin/mails?q=nobody@example.org"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Events_and_webhooks_are_found_filtered_and_taken_away(TestDatabase database)
    {
        var (store, order) = await Bought(database);
        using var owner = await store.Owner();
        var inbox = await store.Do<StoreDb, InboxMessage>(db => db.Set<InboxMessage>().AsNoTracking().Where(m => m.Status == InboxStatus.Done).OrderByDescending(m => m.ReceivedAt).FirstAsync());

        var events = await owner.Page($"/admin/events?q={order}&type=order.paid&book=Test");
        Assert.Contains(order.ToString(), events, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/events/evt_", await owner.Page($"/admin/events?q={order}&type=order.refunded"), StringComparison.Ordinal);
        Assert.Contains("order.paid", await owner.GetStringAsync($"/admin/events/export.jsonl?q={order}"), StringComparison.Ordinal);
        foreach (var found in new[] { $"q={inbox.EventId}", $"q={inbox.Id}" })
            Assert.Contains($"/admin/inbox/{inbox.Id}", await owner.Page($"/admin/inbox?{found}"), StringComparison.Ordinal);
        var replayed = await owner.Submit("/admin/inbox", "/admin/inbox/acts/replay", ("id", inbox.Id.ToString()), ("query", ""));
        Assert.Equal(HttpStatusCode.SeeOther, replayed.StatusCode);
        Assert.Contains(inbox.EventId, await owner.GetStringAsync("/admin/inbox/export.csv"), StringComparison.Ordinal);
    }

    private async Task<(TestStore Store, OrderId Order)> Bought(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of($"w-{Buying.NewKey()[..8]}-{Buying.NewKey()[^8..]}") with { Prices = [new Money(2_900, "EUR")], IssuesLicense = true });
        var (order, _) = await store.Bought(product);
        await store.Settle();
        return (store, order);
    }
}
