using System.Net;
using Emporium.Payments.Inbox;
using Emporium.Platform.Data;
using Emporium.Tests.Accounts;
using Emporium.Tests.Payments.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Payments;

public sealed class PaymentsDeskTests(TillFixture tills) : IClassFixture<TillFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_owner_reads_a_webhook_as_it_came_and_has_it_worked_on_again(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var payment = await till.Captured(reference);
        var id = await till.Store.Do<StoreDb, InboxId>(db => db.Set<InboxMessage>().Where(m => m.PaymentId == payment).Select(m => m.Id).SingleAsync());
        var owner = await till.Store.Owner();

        Assert.Contains($"/admin/inbox/{id}", await owner.GetStringAsync("/admin/inbox?status=Done"), StringComparison.Ordinal);
        Assert.Contains(reference, await owner.GetStringAsync($"/admin/inbox/{id}"), StringComparison.Ordinal);
        var replayed = await owner.Submit($"/admin/inbox/{id}", $"/admin/inbox/{id}/replay");
        await till.Settled();

        Assert.Equal((HttpStatusCode.SeeOther, $"/admin/inbox/{id}"), (replayed.StatusCode, replayed.Headers.Location?.OriginalString));
        Assert.Equal(["payment.captured"], await till.Facts(payment));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_owner_reads_the_books(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        await till.Captured(reference);
        var owner = await till.Store.Owner();

        Assert.Contains("gateway clearing", await owner.GetStringAsync("/admin/ledger"), StringComparison.Ordinal);
        Assert.Contains("payment captured", await owner.GetStringAsync($"/admin/ledger?reference={reference}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/admin/inbox/nonsense")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_reads_nothing()
    {
        var till = await tills.On(TestDatabase.Sqlite);

        foreach (var page in new[] { "/admin/inbox", "/admin/ledger" })
            Assert.NotEqual(HttpStatusCode.OK, (await till.Store.Visitor().GetAsync(page)).StatusCode);
    }
}
