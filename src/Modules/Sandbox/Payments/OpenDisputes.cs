using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Payments;

/// <summary>What some test cards bring after the payment: warnings, inquiries, disputes. They come in the payment's own transaction.</summary>
internal sealed class OpenDisputes(Books books)
{
    private const long DisputeFee = 1500;

    public void For(Charge charge)
    {
        var card = charge.Method.Card;
        if (card.WarnsOfFraud) Warn(charge);
        if (card.DisputeReason is not { } reason) return;
        var parts = new Money(charge.Amount, charge.Currency.ToUpperInvariant()).Allocate([.. Enumerable.Repeat(1L, card.Disputes)]);
        foreach (var part in parts) Open(charge, part.Minor, reason, card.IsInquiry);
    }

    private void Warn(Charge charge) =>
        books.Raise("radar.early_fraud_warning.created", books.Add(new EarlyFraudWarning(StripeId.New("issfr_"), books.Now, charge.Id, charge.PaymentIntent)));

    private void Open(Charge charge, long amount, string reason, bool isInquiry)
    {
        var dispute = new Dispute
        {
            Id = StripeId.New("dp_"),
            Created = books.Now,
            Amount = amount,
            Currency = charge.Currency,
            Charge = charge.Id,
            PaymentIntent = charge.PaymentIntent,
            Brand = charge.Method.Brand,
            Reason = reason,
            IsInquiry = isInquiry,
            Status = isInquiry ? "warning_needs_response" : "needs_response",
        };
        if (!isInquiry) dispute.BalanceTransactions.Add(Move(dispute, -amount, DisputeFee));
        (charge.Disputed, charge.ChargedBack) = (true, !isInquiry);
        books.Put(charge);
        books.Add(dispute);
        books.Raise("charge.dispute.created", dispute);
        if (!isInquiry) books.Raise("charge.dispute.funds_withdrawn", dispute);
    }

    /// <summary>The bank's decision: a dispute that was won returns the money, not the fee.</summary>
    public void Decide(Dispute dispute, bool won)
    {
        dispute.Close(won);
        if (won && !dispute.IsInquiry)
        {
            dispute.BalanceTransactions.Add(Move(dispute, dispute.Amount, fee: 0));
            var charge = books.Get<Charge>(dispute.Charge);
            charge.ChargedBack = false;
            books.Put(charge);
            books.Raise("charge.dispute.funds_reinstated", dispute);
        }

        books.Put(dispute);
        books.Raise("charge.dispute.closed", dispute);
    }

    private string Move(Dispute dispute, long amount, long fee) => BalanceTransaction.Of(
        books, "adjustment", amount < 0 ? "dispute" : "dispute_reversal", dispute.Id, dispute.Currency, amount, fee, $"Chargeback for {dispute.Charge}").Id;
}
