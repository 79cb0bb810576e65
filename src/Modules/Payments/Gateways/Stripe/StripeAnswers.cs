using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>Stripe's objects, in our words.</summary>
internal static class StripeAnswers
{
    public static PaymentState State(StripeObjects.Session session) => (session.Status, session.PaymentStatus) switch
    {
        (_, "paid") when session.PaymentIntent?.Object is { } intent => State(intent),
        ("complete", _) when session.PaymentIntent?.Object is { } intent => Undecided(intent),
        ("expired", _) => new PaymentState.Expired(),
        ("open", _) => new PaymentState.Waiting(session.PaymentIntent?.Object?.LastPaymentError?.Reason),
        var unknown => throw new GatewayException(GatewayFault.Unavailable, null, $"Stripe's session is {unknown}, which says nothing about a payment."),
    };

    public static PaymentState State(StripeObjects.Intent intent) => intent.Status switch
    {
        "succeeded" => Captured(intent),
        "processing" => new PaymentState.Pending(),
        "requires_action" => new PaymentState.NeedsBuyer(),
        "canceled" => new PaymentState.Canceled(),
        "requires_payment_method" => new PaymentState.Declined(intent.LastPaymentError?.Reason),
        var unknown => throw new GatewayException(GatewayFault.Unavailable, null, $"Stripe's payment is {unknown}, which is not a state of a payment that was confirmed."),
    };

    public static RefundState State(StripeObjects.Refund refund) => new(
        refund.Status switch { "succeeded" => RefundOutcome.Succeeded, "failed" or "canceled" => RefundOutcome.Failed, _ => RefundOutcome.Pending },
        refund.Id, StripeAmounts.FromWire(refund.Amount, refund.Currency), refund.FailureReason ?? (refund.Status is "canceled" ? "canceled" : null),
        IdIn<RefundId>(refund.Metadata, StripeRequests.Refunded),
        IdIn<PaymentId>(refund.Metadata, StripeRequests.Payment) ?? IdIn<PaymentId>(refund.PaymentIntent?.Object?.Metadata, StripeRequests.Payment),
        refund.PaymentIntent?.Id);

    public static DisputeState State(StripeObjects.Dispute dispute)
    {
        var fees = (dispute.BalanceTransactions ?? []).Where(t => t.Fee != 0).ToList();
        return new DisputeState(
            StageOf(dispute.Status), dispute.Id, StripeAmounts.FromWire(dispute.Amount, dispute.Currency),
            fees.Count == 0 ? null : StripeAmounts.FromWire(fees.Sum(f => f.Fee), fees[0].Currency), dispute.Reason,
            IdIn<PaymentId>(dispute.PaymentIntent?.Object?.Metadata, StripeRequests.Payment), dispute.PaymentIntent?.Id);
    }

    public static TId? IdIn<TId>(Dictionary<string, string>? metadata, string name) where TId : struct, IEntityId<TId> =>
        EntityId.TryParse<TId>(metadata?.GetValueOrDefault(name), out var id) ? id : null;

    // A complete session whose payment is back at the start was refused by the bank after the buyer had gone.
    private static PaymentState Undecided(StripeObjects.Intent intent) => intent.Status is "requires_action" ? new PaymentState.Pending() : State(intent);

    private static PaymentState.Captured Captured(StripeObjects.Intent intent)
    {
        var charge = intent.LatestCharge?.Object ?? throw new GatewayException(GatewayFault.Unavailable, null, "Stripe left out the charge of a payment that succeeded.");
        var fee = charge.BalanceTransaction?.Object;
        return new PaymentState.Captured(
            StripeAmounts.FromWire(intent.AmountReceived, intent.Currency),
            fee is null ? null : StripeAmounts.FromWire(fee.Fee, fee.Currency),
            DateTimeOffset.FromUnixTimeSeconds(charge.Created), intent.Id,
            intent is { Customer: { } customer, PaymentMethod: { } method } ? new SavedMethod(customer, method) : null);
    }

    private static DisputeStage StageOf(string status) => status switch
    {
        "won" => DisputeStage.Won,
        "lost" => DisputeStage.Lost,
        "warning_closed" or "prevented" => DisputeStage.Dismissed,
        _ when status.StartsWith("warning_", StringComparison.Ordinal) => DisputeStage.Inquiry,
        _ => DisputeStage.Open,
    };
}
