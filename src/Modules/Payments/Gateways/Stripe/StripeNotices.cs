using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>What Stripe's events are about. The content is as old as the event; only the ids in it are used.</summary>
internal static class StripeNotices
{
    public static Notice Read(StripeObjects.Event stripe)
    {
        var about = StripeApi.Read<About>(stripe.Data.Object);
        var kind = KindOf(stripe.Type);
        return new Notice(
            stripe.Id, stripe.Type, kind, about.Id ?? "", StripeAnswers.IdIn<PaymentId>(about.Metadata, StripeRequests.Payment),
            stripe.Type.StartsWith("payment_intent.", StringComparison.Ordinal) ? about.Id : about.PaymentIntent?.Id,
            about.ClientReferenceId ?? about.Metadata?.GetValueOrDefault(StripeRequests.Reference),
            stripe.Livemode ? Book.Live : Book.Test);
    }

    private static NoticeKind KindOf(string type) => type switch
    {
        "checkout.session.completed" or "checkout.session.expired" or "checkout.session.async_payment_succeeded" or "checkout.session.async_payment_failed" => NoticeKind.Payment,
        "payment_intent.succeeded" or "payment_intent.payment_failed" or "payment_intent.processing" or "payment_intent.canceled" => NoticeKind.Payment,
        "refund.created" or "refund.updated" or "refund.failed" => NoticeKind.Refund,
        "radar.early_fraud_warning.created" => NoticeKind.Warning,
        _ when type.StartsWith("charge.dispute.", StringComparison.Ordinal) => NoticeKind.Dispute,
        _ => NoticeKind.Other,
    };

    private sealed record About(string? Id, string? ClientReferenceId, Dictionary<string, string>? Metadata, Expandable<Linked>? PaymentIntent);

    private sealed record Linked(string Id);
}
