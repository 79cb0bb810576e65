using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>The buyer's bank took the money back, for now; later it decides. Lost, the revenue and the tax go the way of a refund.</summary>
internal sealed class SettleDispute(StoreDb db, ILedger ledger, IEvents events, TimeProvider clock) : IReactTo<DisputeOpened>, IReactTo<DisputeClosed>
{
    public async Task React(DisputeOpened fact, Occurrence at, CancellationToken ct)
    {
        if (await db.FindOrder(fact.Reference, ct) is not { } order) return;
        if (order.Status is OrderStatus.Placed) throw new NotYetException($"{order.Id} is not paid yet.");
        if (!order.Dispute()) return;
        events.Raise(order, new OrderDisputed(order.Id));
    }

    public async Task React(DisputeClosed fact, Occurrence at, CancellationToken ct)
    {
        if (await db.FindOrderWithRefunds(fact.Reference, ct) is not { } order) return;
        if (order.Status is OrderStatus.Placed or OrderStatus.Paid or OrderStatus.PartiallyRefunded) throw new NotYetException($"{order.Id} is not disputed yet.");
        if (order.Status is not OrderStatus.Disputed) return;
        if (fact.IsWon) order.WinDispute();
        else Lose(order, fact.Amount);
        events.Raise(order, new OrderDisputeClosed(order.Id, fact.IsWon));
    }

    private void Lose(Order order, Money amount)
    {
        var now = clock.Now;
        if (order.LoseDispute(OrderRefundId.New(clock), amount, now) is { } taken && OrderBooks.ChargedBack(order, taken, now) is { } entry) ledger.Post(entry);
    }
}

/// <summary>Each kind of fact has a line of its own: what came before may still be on its way, and this is tried again after it.</summary>
internal sealed class NotYetException(string message) : Exception(message);
