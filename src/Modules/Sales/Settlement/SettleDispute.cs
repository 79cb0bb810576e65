using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>The buyer's bank took the money back, for now; later it decides. Lost, the revenue and the tax go the way of a refund.</summary>
internal sealed class SettleDispute(StoreDb db, ILedger ledger, IEvents events, Losses losses, TimeProvider clock) : IReactTo<DisputeOpened>, IReactTo<DisputeClosed>
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
        var isOurs = order.Status is OrderStatus.Disputed;
        if (fact.IsWon) order.WinDispute();
        else await Lose(order, fact, at, ct);
        if (isOurs) events.Raise(order, new OrderDisputeClosed(order.Id, fact.IsWon));
    }

    private async Task Lose(Order order, DisputeClosed fact, Occurrence at, CancellationToken ct)
    {
        var now = clock.Now;
        var entry = order.LoseDispute(OrderRefundId.New(clock), fact.Amount, now) is { } taken ? OrderBooks.ChargedBack(order, taken, now) : null;
        if (entry is not null) ledger.Post(entry);
        await losses.Take(order, at, entry, ct);
    }
}

/// <summary>Each kind of fact has a line of its own: what came before may still be on its way, and this is tried again after it.</summary>
internal sealed class NotYetException(string message) : Exception(message);
