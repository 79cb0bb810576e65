using Emporium.Delivery.Entitlements;
using Emporium.Licensing.Licenses;
using Emporium.Payments.Attempts;
using Emporium.Payments.Inbox;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Torture.Proof;

/// <summary>What may exist once, exists once. Asked by grouping, never by trusting an index.</summary>
internal static class Once
{
    private static readonly string[] OnceTypes = ["order.placed", "order.paid", "payment.captured", "entitlement.granted", "license.issued"];

    public static async Task Check(StoreDb db, Tally tally)
    {
        await Check("orders for one version of cart", db.Set<Order>().Where(o => o.Status != OrderStatus.Canceled).GroupBy(o => new { o.CartId, o.CartVersion }).Where(g => g.Count() > 1).Select(g => $"{g.Key.CartId}"), tally);
        await Check("payments of the store for one of the bank", db.Set<Payment>().Where(p => p.GatewayPayment != null).GroupBy(p => p.GatewayPayment).Where(g => g.Count() > 1).Select(g => g.Key!), tally);
        await Check("entitlements for one line", db.Set<Entitlement>().GroupBy(e => new { e.Source, e.ProductId }).Where(g => g.Count() > 1).Select(g => g.Key.Source), tally);
        await Check("licenses for one piece", db.Set<License>().GroupBy(l => new { l.LineId, l.Ordinal }).Where(g => g.Count() > 1).Select(g => $"{g.Key.LineId}"), tally);
        await Check("letters of one kind about one order", db.Set<StoredMail>().Where(m => m.Kind == "order.receipt").GroupBy(m => m.About).Where(g => g.Count() > 1).Select(g => g.Key), tally);
        await Check("facts that can happen once", db.Set<StoredEvent>().Where(e => OnceTypes.Contains(e.Type)).GroupBy(e => new { e.Type, e.Subject }).Where(g => g.Count() > 1).Select(g => $"{g.Key.Type} {g.Key.Subject}"), tally);
        await Check("copies of one message of the bank", db.Set<InboxMessage>().GroupBy(m => new { m.Gateway, m.EventId }).Where(g => g.Count() > 1).Select(g => g.Key.EventId), tally);
        await Check("journal entries for one cause", db.Set<Ledger.Journal.LedgerEntry>().GroupBy(e => e.Key).Where(g => g.Count() > 1).Select(g => g.Key), tally);
    }

    private static async Task Check(string what, IQueryable<string> repeated, Tally tally) =>
        tally.Add(Wrong.Duplicate, (await repeated.ToListAsync()).Select(key => $"several {what}: {key}"));
}
