using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>The gateway's word on a refund: given back, or not possible, then it is earned again and a person has to see to it.</summary>
internal sealed class SettleRefund(StoreDb db, ILedger ledger, IEvents events, TimeProvider clock) : IReactTo<RefundSucceeded>, IReactTo<RefundFailed>
{
    public async Task React(RefundSucceeded fact, Occurrence at, CancellationToken ct)
    {
        if (await Find(fact.Reference, fact.Key, ct) is not var (order, refund) || !order.ConfirmRefund(refund, clock.Now)) return;
        events.Raise(order, new OrderRefunded(order.Id, fact.Refund, refund.Amount, order.IsFullyRefunded));
    }

    public async Task React(RefundFailed fact, Occurrence at, CancellationToken ct)
    {
        if (await Find(fact.Reference, fact.Key, ct) is not var (order, refund) || !order.FailRefund(refund, fact.Reason, clock.Now)) return;
        if (OrderBooks.Kept(order, refund, clock.Now) is { } entry) ledger.Post(entry);
        events.Raise(order, new OrderRefundFailed(order.Id, refund.Id, refund.Amount));
    }

    /// <summary>Null for money that was never an order's: a surplus that went back by rule.</summary>
    private async Task<(Order, OrderRefund)?> Find(string reference, string key, CancellationToken ct)
    {
        if (!OrderRefundId.TryParse(key, null, out var id)) return null;
        var order = await db.FindOrderWithRefunds(reference, ct);
        return order?.Refunds.SingleOrDefault(r => r.Id == id) is { } refund ? (order, refund) : null;
    }
}
