using Emporium.Catalog.Contracts;
using Emporium.Ledger.Contracts;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>
/// Money that went back by a refund and was taken by the buyer's bank too. No buyer owes it, so that an order's receipts never
/// stay on the debit side: it is the store's loss.
/// </summary>
internal sealed class Losses(ILedger ledger, IEvents events, TimeProvider clock)
{
    /// <param name="at">The fact that is being heard.</param>
    /// <param name="unsaved">An entry of this unit of work about the order; null where there is none.</param>
    public async Task Take(Order order, Occurrence at, JournalEntry? unsaved, CancellationToken ct)
    {
        var receipts = Account.BuyersReceipts(order.Subject);
        var held = await ledger.Balance(order.Book, receipts, order.Total.Currency, ct);
        var lost = unsaved?.Lines.Where(l => l.Account == receipts).Aggregate(held, (sum, line) => sum + line.Amount) ?? held;
        if (lost.Minor <= 0) return;

        ledger.Post(new JournalEntry(order.Book, "order.loss_taken", order.Subject, $"order.loss_taken:{at.Id}", clock.Now,
            [new(Account.DisputeLosses(SellerId.Store.ToString()), lost), new(receipts, -lost)]));
        events.Raise(order, new OrderLossTaken(order.Id, lost));
    }
}
