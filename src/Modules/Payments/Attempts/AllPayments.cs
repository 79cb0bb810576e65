using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.History;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Attempts;

/// <summary>Payments as other modules use them.</summary>
internal sealed class AllPayments(StoreDb db, GatewayList gateways, StartPayment start, CheckOpenPayments check, RequestRefund refund, TimeProvider clock) : IPayments
{
    public PaymentId Prepare(PaymentRequest request)
    {
        var gateway = gateways.Preferred;
        gateway.Abilities.Demand(request.Amount);
        var payment = Payment.Prepare(request, gateway.Name, clock);
        db.Add(payment);
        return payment.Id;
    }

    public Task<PaymentPage> Start(PaymentId payment, CancellationToken ct) => start.Handle(payment, ct);

    public Task<RefundId> RequestRefund(string reference, Money amount, string key, string? reason, CancellationToken ct) =>
        refund.Handle(reference, amount, key, reason, ct);

    public Task Check(string reference, CancellationToken ct) => check.Run(reference, ct);

    public async Task<IReadOnlyList<PaymentMoment>> History(string reference, CancellationToken ct) => await new Story(db).Tell(reference, ct);

    public async Task<IReadOnlyList<PaymentSummary>> For(string reference, CancellationToken ct)
    {
        var rows = await db.Set<Payment>().AsNoTracking().Where(p => p.Reference == reference).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id)
            .Select(p => new { Payment = p, Refunded = db.Set<Refund>().Where(r => r.PaymentId == p.Id && r.Status == RefundStatus.Succeeded).Sum(r => r.Amount.Minor) })
            .ToListAsync(ct);
        return [.. rows.Select(row => Summary(row.Payment, row.Refunded))];
    }

    private PaymentSummary Summary(Payment payment, long refunded)
    {
        var amount = payment.Captured ?? payment.Amount;
        return new PaymentSummary(
            payment.Id, payment.Reference, payment.Gateway, payment.GatewayPayment ?? payment.Page, payment.Status,
            amount, amount with { Minor = refunded }, payment.Fee, payment.DeclineReason, payment.CreatedAt, payment.CapturedAt,
            payment.GatewayPayment is { } name ? gateways.Find(payment.Gateway)?.DeskUrl(name) : null);
    }
}
