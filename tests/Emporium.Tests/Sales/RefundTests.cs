using Emporium.Delivery.Entitlements;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Attempts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Sales;

public sealed class RefundTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_part_and_then_the_rest_go_back_and_the_buyer_is_told_each_time(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(), await store.Product(1_001));

        await Refund(store, id, 1_234);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        await Refund(store, id, null);
        await store.Becomes(id, OrderStatus.Refunded);

        var letters = await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(mail => mail.About(id.ToString(), Ct));
        Assert.Equal(["order.receipt", "order.refund", "order.refund"], letters.Select(l => l.Kind));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task More_than_was_paid_is_refused(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());

        Assert.Equal("refund.exceeds_paid", (await Assert.ThrowsAsync<Refusal>(() => Refund(store, id, 2_901))).Code);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Two_refunds_at_once_never_give_back_more_than_was_paid(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Record.ExceptionAsync(() => Refund(store, id, 2_000)).AsTask()));

        Assert.Single(results, failure => failure is null);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Equal(2_000, (await store.Order(id)).RefundedMinor);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_refund_twice_is_one(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        var key = OrderRefundId.New(store.Clock);

        await Refund(store, id, 500, key);
        await Refund(store, id, 500, key);

        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Equal(500, (await store.Order(id)).RefundedMinor);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_full_refund_that_fails_in_the_end_gives_back_what_it_took(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        await Refund(store, id, null);
        await store.Becomes(id, OrderStatus.Refunded);
        Assert.Equal(EntitlementStatus.Revoked, await Access(store, id));

        await Hear<Emporium.Payments.Refunds.SettleRefund>(store, id, async (settle, db, payment) =>
        {
            var refund = await db.Set<Refund>().SingleAsync(r => r.PaymentId == payment.Id, Ct);
            await settle.Apply(payment, new(RefundOutcome.Failed, refund.GatewayReference!, refund.Amount, "lost_or_stolen_card", refund.Id, payment.Id, payment.GatewayPayment), Ct);
        });
        await store.Becomes(id, OrderStatus.Paid);

        Assert.Equal(EntitlementStatus.Active, await Access(store, id));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_that_was_made_at_the_gateway_is_the_orders(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(3_000));

        await Made(store, id, "re_part", 1_000);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        await Made(store, id, "re_rest", 2_000);
        await store.Becomes(id, OrderStatus.Refunded);

        Assert.Equal(["gateway", "gateway"], (await store.Order(id)).Refunds.Select(r => r.RequestedBy));
        Assert.Equal(EntitlementStatus.Revoked, await Access(store, id));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Money_that_the_bank_takes_after_it_was_refunded_is_the_stores_loss(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(4_321));
        await Refund(store, id, null);
        await store.Becomes(id, OrderStatus.Refunded);

        await Lose(store, id, 4_321);

        var loss = Assert.Single(await Journal(store, id), entry => entry.Kind is "order.loss_taken");
        Assert.Equal([("dispute_losses", 4_321), ("buyers_receipts", -4_321)], loss.Lines.Select(l => (l.Account.Code, l.Amount.Minor)));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dispute_that_is_lost_over_more_than_is_left_costs_the_store_the_difference(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(5_000));
        await Refund(store, id, 2_000);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);

        await Lose(store, id, 5_000);

        await store.Becomes(id, OrderStatus.ChargedBack);
        Assert.Equal(2_000, Assert.Single(await Journal(store, id), entry => entry.Kind is "order.loss_taken").Lines[0].Amount.Minor);
        await store.ShouldAgree();
    }

    /// <summary>Somebody refunds on the gateway's own pages.</summary>
    private static Task Made(TestStore store, OrderId id, string name, long cents) => Hear<Emporium.Payments.Refunds.SettleRefund>(store, id, (settle, _, payment) =>
        settle.Apply(payment, new(RefundOutcome.Succeeded, $"{name}_{payment.Id}", Make.Eur(cents), null, null, payment.Id, payment.GatewayPayment), Ct));

    /// <summary>The bank takes the money back and decides for the buyer.</summary>
    private static async Task Lose(TestStore store, OrderId id, long cents)
    {
        await Hear<Emporium.Payments.Disputes.SettleDispute>(store, id, (settle, _, payment) => settle.Apply(payment,
            new(DisputeStage.Lost, $"dp_{payment.Id}", Make.Eur(cents), null, "fraudulent", payment.Id, payment.GatewayPayment), Ct));
        await TestStore.Until(async () => (await Journal(store, id)).Any(entry => entry.Kind is "order.loss_taken"));
        await store.Settle();
    }

    private static Task Hear<TSettle>(TestStore store, OrderId id, Func<TSettle, StoreDb, Payment, Task> hear) where TSettle : notnull => store.Do<IServiceProvider>(async scope =>
    {
        var (db, reference) = (scope.GetRequiredService<StoreDb>(), id.ToString());
        await hear(scope.GetRequiredService<TSettle>(), db, await db.Set<Payment>().SingleAsync(p => p.Reference == reference, Ct));
        await db.SaveChangesAsync(Ct);
    });

    private static Task<IReadOnlyList<JournalEntry>> Journal(TestStore store, OrderId id) => store.Do<ILedger, IReadOnlyList<JournalEntry>>(ledger => ledger.About(id.ToString(), Ct));

    private static Task<EntitlementStatus> Access(TestStore store, OrderId id) =>
        store.Do<StoreDb, EntitlementStatus>(db => db.Set<Entitlement>().Where(e => e.OrderId == id).Select(e => e.Status).SingleAsync(Ct));

    private static Task Refund(TestStore store, OrderId id, long? cents, OrderRefundId? key = null) => store.Do<IServiceProvider>(scope =>
        scope.GetRequiredService<Emporium.Sales.Orders.RefundOrder>().Handle(id, key ?? OrderRefundId.New(store.Clock), new(cents is { } c ? Make.Eur(c) : null, "Asked for it"), "tests", new Idempotency(), Ct));
}
