using System.Globalization;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.History;
using Emporium.Platform.Data;
using Emporium.Platform.Events;

namespace Emporium.Payments.Attempts;

/// <summary>Turns what a gateway says about a payment into its state, its entries in the books and its facts. Hearing the same again, or older news, changes nothing.</summary>
internal sealed class SettlePayment(StoreDb db, ILedger ledger, IEvents events, TimeProvider clock)
{
    /// <summary>Adds the consequences to the current unit of work.</summary>
    public void Apply(Payment payment, PaymentState state)
    {
        switch (state)
        {
            case PaymentState.Captured captured:
                Capture(payment, captured);
                break;
            case PaymentState.Pending:
                payment.Process(clock.Now);
                break;
            case PaymentState.Waiting { LastDecline: { } reason } when payment.Decline(reason):
                var text = clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
                db.Add(Note.Of(clock, payment.Reference, $"declined:{payment.Id}:{text}", "warning", "A try to pay was declined", Words(reason)));
                break;
            case PaymentState.Declined declined:
                End(payment, PaymentStatus.Declined, declined.Reason);
                break;
            case PaymentState.NeedsBuyer:
                End(payment, PaymentStatus.Declined, "authentication_required");
                break;
            case PaymentState.Expired:
                End(payment, PaymentStatus.Expired, null);
                break;
            case PaymentState.Canceled:
                End(payment, PaymentStatus.Canceled, null);
                break;
        }
    }

    /// <summary>Ends an attempt that no gateway ever heard of.</summary>
    public void Expire(Payment payment) => End(payment, PaymentStatus.Expired, null);

    /// <summary>A gateway's code, as a person reads it.</summary>
    public static string Words(string code) => code.Replace('_', ' ');

    private void Capture(Payment payment, PaymentState.Captured captured)
    {
        var isNew = payment.Capture(captured, clock.Now);
        if (isNew) Book(payment, captured);
        if (captured.Fee is { } fee && payment.Charge(fee) && !fee.IsZero)
            ledger.Post(new JournalEntry(payment.Book, "payment.fee", payment.Reference, $"payment.fee:{payment.Id}", captured.At,
                [new(Account.GatewayFees(payment.Gateway), fee), new(Account.GatewayClearing(payment.Gateway), -fee)]));
    }

    private void Book(Payment payment, PaymentState.Captured captured)
    {
        ledger.Post(new JournalEntry(payment.Book, "payment.captured", payment.Reference, $"payment.captured:{payment.Id}", captured.At,
            [new(Account.GatewayClearing(payment.Gateway), captured.Amount), new(Account.BuyersReceipts(payment.Reference), -captured.Amount)]));
        events.Raise(payment, new PaymentCaptured(payment.Id, payment.Reference, captured.Amount));
        if (captured.Amount != payment.Amount)
            db.Add(Note.Of(clock, payment.Reference, $"amount:{payment.Id}", "bad", "Another amount came than was asked", $"{captured.Amount} came where {payment.Amount} was asked."));
    }

    private void End(Payment payment, PaymentStatus status, string? reason)
    {
        if (payment.End(status, reason, clock.Now)) events.Raise(payment, new PaymentFailed(payment.Id, payment.Reference, status, payment.DeclineReason));
    }
}
