namespace Emporium.Sandbox.Storage;

/// <summary>What of an object is searched or summed; the rest is in its JSON.</summary>
/// <param name="Due">Unix seconds at which the object changes by itself.</param>
internal readonly record struct Columns(
    string? Status = null,
    string? Currency = null,
    long Amount = 0,
    long Refunded = 0,
    string? PaymentIntent = null,
    string? Customer = null,
    string? Charge = null,
    string? Reference = null,
    long? Due = null);
