namespace Emporium.Sandbox.Storage;

/// <summary>A list as Stripe pages it: newest first, cut by an object's id. A null filter does not filter.</summary>
internal sealed record Query(int Limit = 10)
{
    public string? PaymentIntent { get; init; }

    public string? Customer { get; init; }

    public string? Charge { get; init; }

    public string? Status { get; init; }

    public string? StartingAfter { get; init; }

    public string? EndingBefore { get; init; }
}
