using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>
/// The gateway's word on a refund: given back, or not possible, then it is earned again and a person has to see to it. One that was
/// made at the gateway itself is taken up as if the store had asked for it.
/// </summary>
internal sealed class SettleRefund(StoreDb db, ILedger ledger, IEvents events, Losses losses, TimeProvider clock) : IReactTo<RefundSucceeded>, IReactTo<RefundFailed>
{
    public async Task React(RefundSucceeded fact, Occurrence at, CancellationToken ct)
    {
        if (await db.FindOrderWithRefunds(fact.Reference, ct) is not { } order) return;
        var (refund, entry) = Known(order, fact.Refund) is { } known ? (known, null) : TakeUp(order, fact);
        if (refund is not null && order.ConfirmRefund(refund, clock.Now))
            events.Raise(order, new OrderRefunded(order.Id, fact.Refund, refund.Amount, order.IsFullyRefunded));
        await losses.Take(order, at, entry, ct);
    }

    public async Task React(RefundFailed fact, Occurrence at, CancellationToken ct)
    {
        if (await db.FindOrderWithRefunds(fact.Reference, ct) is not { } order || Known(order, fact.Refund) is not { } refund) return;
        var wasFull = order.IsFullyRefunded;
        if (!order.FailRefund(refund, fact.Reason, clock.Now)) return;

        var entry = Post(OrderBooks.Kept(order, refund, clock.Now));
        events.Raise(order, new OrderRefundFailed(order.Id, refund.Id, refund.Amount, wasFull));
        await losses.Take(order, at, entry, ct);
    }

    /// <summary>Nothing for a surplus, which was never earned, and where nothing is left to give back.</summary>
    private (OrderRefund? Refund, JournalEntry? Entry) TakeUp(Order order, RefundSucceeded fact)
    {
        var left = order.Refundable;
        if (fact.Key.StartsWith(SettlePayment.Surplus, StringComparison.Ordinal) || left.IsZero || left.Currency != fact.Amount.Currency) return default;

        var refund = order.RequestRefund(OrderRefundId.New(clock), fact.Amount < left ? fact.Amount : left, new RefundReason("Made at the gateway"), "gateway", clock.Now);
        refund.PaymentRefundId = fact.Refund;
        return (refund, Post(OrderBooks.GivenBack(order, refund, clock.Now)));
    }

    private JournalEntry? Post(JournalEntry? entry)
    {
        if (entry is not null) ledger.Post(entry);
        return entry;
    }

    private static OrderRefund? Known(Order order, RefundId refund) => order.Refunds.SingleOrDefault(r => r.PaymentRefundId == refund);
}
