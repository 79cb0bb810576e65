using System.Globalization;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Disputes;
using Emporium.Payments.Gateways;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Emporium.Ui;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.History;

/// <summary>What happened to the money of one reference, told from its rows.</summary>
internal sealed class Story(StoreDb db)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-IE");

    public async Task<IReadOnlyList<PaymentMoment>> Tell(string reference, CancellationToken ct)
    {
        var payments = await db.Set<Payment>().AsNoTracking().Where(p => p.Reference == reference).ToListAsync(ct);
        var refunds = await db.Set<Refund>().AsNoTracking().Where(r => r.Reference == reference).ToListAsync(ct);
        var disputes = await db.Set<Dispute>().AsNoTracking().Where(d => d.Reference == reference).ToListAsync(ct);
        var notes = await db.Set<Note>().AsNoTracking().Where(n => n.Reference == reference).ToListAsync(ct);
        return [.. payments.SelectMany(Of).Concat(refunds.SelectMany(Of)).Concat(disputes.SelectMany(Of))
            .Concat(notes.Select(n => new PaymentMoment(n.At, n.Title, n.Detail, n.Tone))).OrderBy(m => m.At)];
    }

    private static string Shown(Money money) => MoneyText.Format(money, English);

    private static IEnumerable<PaymentMoment> Of(Payment payment)
    {
        yield return new(payment.CreatedAt, "Payment started", $"{Shown(payment.Amount)} at {payment.Gateway}", "neutral");
        if (payment is { CapturedAt: { } captured, Captured: { } amount }) yield return new(captured, "Payment captured", payment.Fee is { } fee ? $"{Shown(amount)}; the gateway keeps {Shown(fee)}" : Shown(amount), "good");
        if (payment.EndedAt is not { } ended) yield break;
        yield return new(ended, $"Payment {payment.Status.ToString().ToLowerInvariant()}", payment.DeclineReason is { } reason ? SettlePayment.Words(reason) : null, "warning");
    }

    private static IEnumerable<PaymentMoment> Of(Refund refund)
    {
        yield return new(refund.RequestedAt, "Refund requested", refund.Reason is { } reason ? $"{Shown(refund.Amount)}: {reason}" : Shown(refund.Amount), "neutral");
        if (refund.SucceededAt is { } succeeded) yield return new(succeeded, "Refund succeeded", Shown(refund.Amount), "good");
        if (refund.FailedAt is { } failed) yield return new(failed, "Refund failed", refund.Failure is { } failure ? SettlePayment.Words(failure) : null, "bad");
    }

    private static IEnumerable<PaymentMoment> Of(Dispute dispute)
    {
        var words = $"{Shown(dispute.Amount)}: {SettlePayment.Words(dispute.Reason)}";
        if (dispute.OpenedAt is { } opened) yield return new(opened, "Dispute opened; the bank took the money", words, "bad");
        else yield return new(dispute.SeenAt, "The buyer's bank asks about the payment", words, "warning");
        if (dispute.ClosedAt is not { } closed) yield break;
        yield return dispute.Status switch
        {
            DisputeStage.Won => new(closed, "Dispute won", $"{Shown(dispute.Amount)} came back", "good"),
            DisputeStage.Lost => new(closed, "Dispute lost", $"{Shown(dispute.Amount)} stays with the buyer", "bad"),
            _ => new(closed, "The buyer's bank is content", null, "good"),
        };
    }
}
