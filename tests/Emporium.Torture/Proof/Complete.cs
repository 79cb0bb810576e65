using Emporium.Delivery.Entitlements;
using Emporium.Licensing.Licenses;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Inbox;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Torture.Proof;

/// <summary>What must exist, exists: every paid order was delivered and receipted, every fact heard, every message worked on, every refund ended.</summary>
internal static class Complete
{
    public static async Task Check(StoreDb db, Tally tally)
    {
        var kept = db.Set<Order>().Where(o => o.Status == OrderStatus.Paid || o.Status == OrderStatus.PartiallyRefunded);
        await Check("a line without an entitlement", kept.SelectMany(o => o.Lines)
            .Where(l => !db.Set<Entitlement>().Any(e => e.OrderId == l.OrderId && e.ProductId == l.ProductId && e.Status == EntitlementStatus.Active)).Select(l => $"{l.OrderId}"), tally);
        await Check("a line with too few licenses", kept.SelectMany(o => o.Lines)
            .Where(l => l.IssuesLicense && db.Set<License>().Count(x => x.LineId == l.Id && x.Status == LicenseStatus.Active) != l.Quantity).Select(l => $"{l.OrderId}"), tally);
        await Receipts(db, tally);
        await Check("money that neither paid an order nor went back", db.Set<Payment>().Where(p => p.CapturedAt != null && p.RefundedMinor == 0)
            .GroupBy(p => p.Reference).Where(g => g.Count() > 1).Select(g => g.Key), tally);
        await Check("a fact that a reaction has not heard", db.Set<Platform.Events.Delivery>().Where(d => d.Status != DeliveryStatus.Done).Select(d => $"{d.Reaction} {d.Subject} ({d.Status}) {d.Error}"), tally);
        await Check("a message that was not worked on", db.Set<InboxMessage>().Where(m => m.Status != InboxStatus.Done && !(m.Status == InboxStatus.Ignored && m.Kind == NoticeKind.Other)).Select(m => $"{m.Type} {m.EventId} ({m.Status}) {m.Error}"), tally);
        await Check("a refund that has not ended", db.Set<Refund>().Where(r => r.Status == RefundStatus.Requested || r.Status == RefundStatus.Submitted).Select(r => $"{r.Id} ({r.Status})"), tally);
    }

    private static async Task Receipts(StoreDb db, Tally tally)
    {
        var paid = await db.Set<Order>().Where(o => o.PaidAt != null).Select(o => o.Id).ToListAsync();
        var sent = (await db.Set<StoredMail>().Where(m => m.Kind == "order.receipt").Select(m => m.About).ToListAsync()).ToHashSet();
        tally.Add(Wrong.Lost, paid.Select(id => id.ToString()).Where(id => !sent.Contains(id)).Select(id => $"a paid order without a receipt: {id}"));

        var captured = (await db.Set<Payment>().Where(p => p.Status == PaymentStatus.Captured).Select(p => p.Reference).ToListAsync()).ToHashSet();
        tally.Add(Wrong.Lost, paid.Select(id => id.ToString()).Where(id => !captured.Contains(id)).Select(id => $"a paid order without a captured payment: {id}"));
        tally.Add(Wrong.Lost, captured.Except(paid.Select(id => id.ToString())).Select(id => $"money for an order that is not paid: {id}"));
    }

    private static async Task Check(string what, IQueryable<string> missing, Tally tally) =>
        tally.Add(Wrong.Lost, (await missing.ToListAsync()).Select(key => $"{what}: {key}"));
}
