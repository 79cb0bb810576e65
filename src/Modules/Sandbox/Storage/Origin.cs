namespace Emporium.Sandbox.Storage;

/// <summary>The API request behind a change, as an event tells it; <see cref="Itself"/> when the bank acted on its own or for a payer.</summary>
internal sealed record Origin(string? Request, string? IdempotencyKey)
{
    public static Origin Itself { get; } = new(null, null);
}
