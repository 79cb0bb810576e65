using Emporium.Delivery.Downloads;
using Emporium.Delivery.Entitlements;
using Emporium.Payments.Attempts;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Torture.Proof;

/// <summary>Nothing went out beyond what was allowed: downloads are counted by their rows, refunds by theirs, not by the counters that guard them.</summary>
internal static class Limits
{
    public static async Task Check(StoreDb db, Tally tally)
    {
        var downloads = await db.Set<Download>().GroupBy(d => new { d.EntitlementId, d.FileId })
            .Select(g => new { g.Key.EntitlementId, Given = g.Count() })
            .Join(db.Set<Entitlement>(), d => d.EntitlementId, e => e.Id, (d, e) => new { d.EntitlementId, d.Given, e.DownloadLimit })
            .Where(d => d.Given > d.DownloadLimit).ToListAsync();
        tally.Add(Wrong.Overredeemed, downloads.Select(d => $"{d.EntitlementId}: {d.Given} downloads where {d.DownloadLimit} are allowed"));

        var refunds = await db.Set<Refund>().Where(r => r.Status != RefundStatus.Failed).GroupBy(r => r.PaymentId)
            .Select(g => new { Payment = g.Key, Minor = g.Sum(r => r.Amount.Minor) }).ToListAsync();
        var captured = await db.Set<Payment>().Where(p => p.CapturedAt != null).Select(p => new { p.Id, p.Amount.Minor }).ToDictionaryAsync(p => p.Id, p => p.Minor);
        tally.Add(Wrong.Overredeemed, refunds.Where(r => r.Minor > captured.GetValueOrDefault(r.Payment)).Select(r => $"{r.Payment}: {r.Minor} went back of {captured.GetValueOrDefault(r.Payment)}"));
    }
}
