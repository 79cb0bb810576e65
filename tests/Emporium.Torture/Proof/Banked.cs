using Emporium.Payments.Attempts;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Emporium.Sandbox.Storage;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Torture.Proof;

/// <summary>The bank's books against the store's, payment by payment: what came in, and what went back.</summary>
internal static class Banked
{
    public static async Task Check(StoreDb db, IReadOnlyList<SummaryRows.Payment> bank, Tally tally)
    {
        var store = await db.Set<Payment>().AsNoTracking().Where(p => p.GatewayPayment != null && p.CapturedAt != null)
            .GroupBy(p => p.GatewayPayment!).Select(g => g.First()).ToDictionaryAsync(p => p.GatewayPayment!);
        var returned = await db.Set<Refund>().Where(r => r.Status == RefundStatus.Succeeded).GroupBy(r => r.PaymentId)
            .Select(g => new { g.Key, Minor = g.Sum(r => r.Amount.Minor) }).ToDictionaryAsync(g => g.Key, g => g.Minor);

        foreach (var paid in bank)
        {
            if (!store.TryGetValue(paid.PaymentIntent, out var known)) tally.Add(Wrong.Lost, $"the bank took {paid.Amount} under {paid.PaymentIntent}, and the store does not know");
            else if (known.Captured?.Minor != paid.Amount) tally.Add(Wrong.Lost, $"{known.Id}: the bank took {paid.Amount}, the store booked {known.Captured?.Minor}");
            else if (returned.GetValueOrDefault(known.Id) != paid.Refunded) tally.Add(Wrong.Lost, $"{known.Id}: the bank gave back {paid.Refunded}, the store {returned.GetValueOrDefault(known.Id)}");
            if (paid.Refunded > paid.Amount) tally.Add(Wrong.Overredeemed, $"{paid.PaymentIntent}: the bank gave back {paid.Refunded} of {paid.Amount}");
        }
        tally.Add(Wrong.Lost, store.Keys.Except(bank.Select(p => p.PaymentIntent)).Select(id => $"the store booked {id}, which the bank did not take"));
    }
}
