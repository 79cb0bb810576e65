using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Storage;

namespace Emporium.Sandbox.Objects;

/// <summary>A visit to the hosted payment page: open, then complete or expired, for ever.</summary>
internal sealed partial class CheckoutSession : IStored<CheckoutSession>
{
    public const string Open = "open";
    public const string Complete = "complete";
    public const string Expired = "expired";

    public static string Kind => "checkout.session";

    public static JsonTypeInfo<CheckoutSession> Json => BankJson.Default.CheckoutSession;

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required long ExpiresAt { get; init; }

    public required string Currency { get; init; }

    public required List<LineItem> Lines { get; init; }

    public required string SuccessUrl { get; init; }

    public string? CancelUrl { get; init; }

    public string? ClientReferenceId { get; init; }

    public string? CustomerEmail { get; init; }

    public string? CustomerCreation { get; init; }

    public string? Locale { get; init; }

    public string? SubmitType { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = [];

    public IntentTemplate Intent { get; init; } = new();

    /// <summary>Where the payer pays, as long as the session is open.</summary>
    public required string Url { get; init; }

    public string Status { get; set; } = Open;

    public string PaymentStatus { get; set; } = "unpaid";

    public string? Customer { get; set; }

    public string? PaymentIntent { get; set; }

    public string? PayerEmail { get; set; }

    public string? PayerName { get; set; }

    [JsonIgnore]
    public bool IsOpen => Status is Open;

    [JsonIgnore]
    public long Total => Lines.Sum(line => line.Total);

    /// <summary>Where the payer returns after paying.</summary>
    [JsonIgnore]
    public string ReturnUrl => SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", Id, StringComparison.Ordinal);

    [JsonIgnore]
    public Columns Columns => new(
        Status is Complete ? $"{Status}/{PaymentStatus}" : Status, Currency, Total,
        PaymentIntent: PaymentIntent, Customer: Customer, Reference: ClientReferenceId, Due: IsOpen ? ExpiresAt : null);

    public void Finish(bool paid) => (Status, PaymentStatus) = (Complete, paid ? "paid" : "unpaid");

    public void MarkPaid() => PaymentStatus = "paid";

    public void Expire() => Status = Expired;
}
