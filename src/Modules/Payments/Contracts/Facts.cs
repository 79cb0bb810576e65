using Emporium.Platform.Events;

namespace Emporium.Payments.Contracts;

/// <summary>The money is there: captured at the gateway and booked as the buyer's receipt.</summary>
[Fact("payment.captured", 1)]
public sealed record PaymentCaptured(PaymentId Payment, string Reference, Money Amount) : IFact;

/// <summary>The attempt ended without money: declined, expired or canceled. Another attempt may follow.</summary>
[Fact("payment.failed", 1)]
public sealed record PaymentFailed(PaymentId Payment, string Reference, PaymentStatus Status, string? Reason) : IFact;

/// <summary>The gateway gave the money back; the buyer's receipt was reduced by it.</summary>
[Fact("refund.succeeded", 1)]
public sealed record RefundSucceeded(RefundId Refund, PaymentId Payment, string Reference, string Key, Money Amount) : IFact;

/// <summary>The gateway could not give the money back (a closed card, too little balance); the money is still the buyer's.</summary>
[Fact("refund.failed", 1)]
public sealed record RefundFailed(RefundId Refund, PaymentId Payment, string Reference, string Key, Money Amount, string? Reason) : IFact;

/// <summary>The buyer's bank took the money back, for now.</summary>
[Fact("dispute.opened", 1)]
public sealed record DisputeOpened(DisputeId Dispute, PaymentId Payment, string Reference, Money Amount, string Reason) : IFact;

/// <summary>The bank decided. Lost means that the money stays with the buyer.</summary>
[Fact("dispute.closed", 1)]
public sealed record DisputeClosed(DisputeId Dispute, PaymentId Payment, string Reference, Money Amount, bool IsWon) : IFact;
