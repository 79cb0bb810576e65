using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Payments;

/// <summary>Gives money back, and plays the two test cards whose refunds change their mind.</summary>
internal sealed class RefundCharge(Books books)
{
    public Refund Begin(Charge charge, long? asked, string? reason, Dictionary<string, string> metadata)
    {
        var amount = charge.Refund(asked);
        var (card, id) = (charge.Method.Card, StripeId.New("re_"));
        var refund = books.Add(new Refund
        {
            Id = id,
            Created = books.Now,
            Amount = amount,
            Currency = charge.Currency,
            Charge = charge.Id,
            PaymentIntent = charge.PaymentIntent,
            PaymentMethod = charge.Method.Id,
            Customer = charge.Customer,
            Reason = reason,
            Metadata = metadata,
            BalanceTransaction = BalanceTransaction.Of(books, "refund", "refund", id, charge.Currency, -amount, description: $"REFUND FOR CHARGE {charge.Id}").Id,
            Status = card.RefundsArriveLater ? Refund.Pending : Refund.Succeeded,
            ChangesAt = card.RefundsArriveLater || card.RefundsFailLater ? books.Now + books.Options.SettleAfterSeconds : null,
        });
        books.Put(charge);
        books.Raise("refund.created", refund);
        books.Raise("charge.refunded", charge);
        return refund;
    }

    /// <summary>The bank reports what became of it.</summary>
    public void Settle(Refund refund)
    {
        if (refund.Status is Refund.Pending) refund.Arrive();
        else Fail(refund);
        books.Put(refund);
        books.Raise("refund.updated", refund);
        books.Raise("charge.refund.updated", refund);
        if (refund.Status is Refund.Failed) books.Raise("refund.failed", refund);
    }

    private void Fail(Refund refund)
    {
        refund.Fail(BalanceTransaction.Of(books, "refund_failure", "refund_failure", refund.Id, refund.Currency, refund.Amount, description: "REFUND FAILURE").Id);
        var charge = books.Get<Charge>(refund.Charge);
        charge.TakeBack(refund);
        books.Put(charge);
    }
}
