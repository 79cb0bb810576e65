using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways;

/// <summary>What a webhook is about.</summary>
internal enum NoticeKind
{
    /// <summary>Something that nobody here waits for.</summary>
    Other,
    Payment,
    Refund,
    Dispute,

    /// <summary>The buyer's bank suspects fraud.</summary>
    Warning,
}

/// <summary>A genuine webhook. It says that something changed, not what: the truth is read from the gateway.</summary>
/// <param name="EventId">The gateway's id of the event; the same event comes under the same id.</param>
/// <param name="Object">The gateway's name for what changed; for a payment, one that <see cref="IGateway.Read"/> takes.</param>
/// <param name="Payment">Our id, where the gateway carries it.</param>
/// <param name="GatewayPayment">The gateway's name for the payment.</param>
/// <param name="Reference">Our caller's reference, where the gateway carries it.</param>
internal sealed record Notice(
    string EventId, string Type, NoticeKind Kind, string Object, PaymentId? Payment, string? GatewayPayment, string? Reference, Book Book);
