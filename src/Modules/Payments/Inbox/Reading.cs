using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;

namespace Emporium.Payments.Inbox;

/// <summary>What is needed of a message to work on it.</summary>
internal sealed record Arrived(InboxId Id, NoticeKind Kind, string Type, string Object, PaymentId? PaymentId, string? GatewayPayment, int Attempts)
{
    public static Arrived Of(InboxMessage message) =>
        new(message.Id, message.Kind, message.Type, message.Object, message.PaymentId, message.GatewayPayment, message.Attempts);
}

/// <summary>A message and the payment it is about.</summary>
/// <param name="Payment">As it stood before; null where we know none.</param>
internal sealed record Arrival(Arrived Message, Payment? Payment)
{
    public InboxId Id => Message.Id;

    public NoticeKind Kind => Message.Kind;

    public string Object => Message.Object;

    /// <summary>The gateway's name for the payment page, where the message is about one.</summary>
    public string? Page => Kind is NoticeKind.Payment && Object != Message.GatewayPayment ? Object : null;
}

/// <summary>A message, and what the gateway says now about its object: at most one of the three.</summary>
/// <param name="Failure">Why the gateway could not be asked.</param>
internal sealed record Reading(Arrival Arrival, PaymentState? Payment = null, RefundState? Refund = null, DisputeState? Dispute = null, Exception? Failure = null)
{
    public PaymentId? PaymentId => Arrival.Payment?.Id ?? Refund?.Payment ?? Dispute?.Payment ?? Arrival.Message.PaymentId;

    public string? GatewayPayment => Refund?.GatewayPayment ?? Dispute?.GatewayPayment ?? Arrival.Message.GatewayPayment;

    /// <summary>False where the books already hold what the message is about.</summary>
    public bool HasNews => Payment is not null || Refund is not null || Dispute is not null || Arrival.Kind is NoticeKind.Warning;
}
