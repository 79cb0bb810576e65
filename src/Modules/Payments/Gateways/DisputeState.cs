using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways;

internal enum DisputeStage
{
    /// <summary>The bank asks; no money has moved.</summary>
    Inquiry,

    /// <summary>The bank asked and was content.</summary>
    Dismissed,

    /// <summary>The bank has taken the money and has not decided.</summary>
    Open,
    Won,
    Lost,
}

/// <summary>What a gateway says about a dispute.</summary>
/// <param name="Reference">The gateway's name for it.</param>
/// <param name="Fee">What the gateway charges for it; null for nothing (yet).</param>
/// <param name="GatewayPayment">The gateway's name for the disputed payment.</param>
internal sealed record DisputeState(
    DisputeStage Stage, string Reference, Money Amount, Money? Fee, string Reason, PaymentId? Payment, string? GatewayPayment);
