namespace Emporium.Payments.Gateways;

/// <summary>What a gateway says about a payment.</summary>
internal abstract record PaymentState
{
    private PaymentState() { }

    /// <summary>The page is open and the buyer has not paid.</summary>
    /// <param name="LastDecline">Why their latest try failed.</param>
    public sealed record Waiting(string? LastDecline) : PaymentState;

    /// <summary>The bank decides later.</summary>
    public sealed record Pending : PaymentState;

    /// <param name="Fee">What the gateway keeps; null until it knows.</param>
    /// <param name="Saved">What the buyer left for later charges.</param>
    public sealed record Captured(Money Amount, Money? Fee, DateTimeOffset At, string GatewayPayment, SavedMethod? Saved) : PaymentState;

    public sealed record Declined(string? Reason) : PaymentState;

    /// <summary>The bank wants the buyer to prove who they are: only a page can do that.</summary>
    public sealed record NeedsBuyer : PaymentState;

    public sealed record Expired : PaymentState;

    public sealed record Canceled : PaymentState;
}

/// <summary>The gateway's names for a buyer and for what they pay with.</summary>
internal sealed record SavedMethod(string Customer, string Method);
