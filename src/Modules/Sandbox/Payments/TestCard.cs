namespace Emporium.Sandbox.Payments;

/// <summary>A card that behaves in one known way (https://docs.stripe.com/testing).</summary>
/// <param name="Number">As printed; the page shows it, nothing stores it.</param>
/// <param name="Token">Stripe's name for it where an API takes a payment method: <c>pm_card_visa</c>.</param>
/// <param name="What">What happens, for the list on the page.</param>
internal sealed record TestCard(string Number, string Token, string What)
{
    public string Brand { get; init; } = "visa";

    /// <summary>The answer while the payer is there.</summary>
    public Decline? Declines { get; init; }

    /// <summary>The answer when the store charges the saved card later.</summary>
    public Decline? DeclinesLater { get; init; }

    /// <summary>The payer must prove who they are (3-D Secure).</summary>
    public bool Challenges { get; init; }

    /// <summary>The answer after the proof.</summary>
    public Decline? DeclinesAfterProof { get; init; }

    /// <summary>The reason of the dispute that follows.</summary>
    public string? DisputeReason { get; init; }

    public bool IsInquiry { get; init; }

    public int Disputes { get; init; } = 1;

    public bool WarnsOfFraud { get; init; }

    public bool RefundsArriveLater { get; init; }

    public bool RefundsFailLater { get; init; }
}
