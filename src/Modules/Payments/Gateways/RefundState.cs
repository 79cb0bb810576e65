using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways;

internal enum RefundOutcome
{
    Pending,
    Succeeded,
    Failed,
}

/// <summary>What a gateway says about a refund.</summary>
/// <param name="Reference">The gateway's name for it.</param>
/// <param name="Refund">Our id; null for a refund that was made at the gateway itself.</param>
/// <param name="Payment">Our id of the refunded payment, where the gateway carries it.</param>
/// <param name="GatewayPayment">The gateway's name for the refunded payment.</param>
internal sealed record RefundState(
    RefundOutcome Outcome, string Reference, Money Amount, string? Reason, RefundId? Refund, PaymentId? Payment, string? GatewayPayment);
