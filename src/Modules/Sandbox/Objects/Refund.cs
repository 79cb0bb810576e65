using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>Money on its way back to the payer. Two test cards change it later: pending to succeeded, succeeded to failed.</summary>
internal sealed class Refund : IStored<Refund>
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    public static string Kind => "refund";

    public static JsonTypeInfo<Refund> Json => BankJson.Default.Refund;

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Charge { get; init; }

    public required string PaymentIntent { get; init; }

    public required string PaymentMethod { get; init; }

    public required string BalanceTransaction { get; init; }

    public string? Customer { get; init; }

    public string? Reason { get; init; }

    public Dictionary<string, string> Metadata { get; init; } = [];

    public required string Status { get; set; }

    /// <summary>When it changes by itself, in Unix seconds.</summary>
    public long? ChangesAt { get; set; }

    public string? FailureBalanceTransaction { get; set; }

    [JsonIgnore]
    public Columns Columns => new(Status, Currency, Amount, PaymentIntent: PaymentIntent, Charge: Charge, Due: ChangesAt);

    public void Arrive() => (Status, ChangesAt) = (Succeeded, null);

    public void Fail(string balanceTransaction) => (Status, ChangesAt, FailureBalanceTransaction) = (Failed, null, balanceTransaction);

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Number("amount", Amount);
        json.Link<BalanceTransaction>("balance_transaction", BalanceTransaction);
        json.Link<Charge>("charge", Charge);
        json.Number("created", Created);
        json.Text("currency", Currency);
        json.Link<Customer>("customer", Customer);
        json.Map("metadata", Metadata);
        json.Link<PaymentIntent>("payment_intent", PaymentIntent);
        json.Link<PaymentMethod>("payment_method", PaymentMethod);
        json.Text("reason", Reason);
        json.Text("status", Status);
        if (Status is Pending) json.Text("pending_reason", "processing");
        if (FailureBalanceTransaction is not null)
        {
            json.Link<BalanceTransaction>("failure_balance_transaction", FailureBalanceTransaction);
            json.Text("failure_reason", "lost_or_stolen_card");
        }

        json.Null("customer_account", "receipt_number", "source_transfer_reversal", "transfer_reversal");
    }
}
