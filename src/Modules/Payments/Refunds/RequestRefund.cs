using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Refunds;

/// <summary>Decides which payment gives the money back, and reserves it there. The gateway hears of it after the commit.</summary>
internal sealed class RequestRefund(StoreDb db, FreshRows<RefundId> fresh, TimeProvider clock)
{
    public async Task<RefundId> Handle(string reference, Money amount, string key, string? reason, CancellationToken ct)
    {
        if (amount.Minor <= 0) throw Refusal.Invalid("refund.amount_invalid", "Say how much goes back: more than zero.", "amount");
        if (await Known(reference, key, ct) is { } known) return known;

        var captured = await db.Set<Payment>().Where(p => p.Reference == reference && p.Status == PaymentStatus.Captured).OrderBy(p => p.CapturedAt).ToListAsync(ct);
        if (captured.Count == 0) throw Refusal.Conflict("refund.nothing_captured", "Nothing was paid, so there is nothing to give back.");
        var payment = captured.Find(p => p.Captured?.Currency == amount.Currency && p.Refundable >= amount.Minor) ?? captured[0];
        var refund = Refund.Request(payment, amount, key, reason, clock);
        db.Add(refund);
        db.AfterCommit(() => fresh.Add(refund.Id));
        return refund.Id;
    }

    private async Task<RefundId?> Known(string reference, string key, CancellationToken ct) =>
        db.Set<Refund>().Local.FirstOrDefault(r => r.Reference == reference && r.Key == key)?.Id
        ?? await db.Set<Refund>().Where(r => r.Reference == reference && r.Key == key).Select(r => (RefundId?)r.Id).SingleOrDefaultAsync(ct);
}
