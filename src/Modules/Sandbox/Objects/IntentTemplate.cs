namespace Emporium.Sandbox.Objects;

/// <summary>What a session's payment intent will carry (<c>payment_intent_data</c>).</summary>
internal sealed record IntentTemplate
{
    public string? Description { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = [];

    public string? ReceiptEmail { get; init; }

    public string? SetupFutureUsage { get; init; }

    public string? StatementDescriptor { get; init; }

    public string? StatementDescriptorSuffix { get; init; }

    public string? TransferGroup { get; init; }
}
