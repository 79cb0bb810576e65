using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>A payer's bank asks the money back, or (an inquiry) first asks why it was taken.</summary>
internal sealed partial class Dispute : IStored<Dispute>
{
    public static string Kind => "dispute";

    public static JsonTypeInfo<Dispute> Json => BankJson.Default.Dispute;

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Charge { get; init; }

    public required string PaymentIntent { get; init; }

    public required string Brand { get; init; }

    /// <summary><c>fraudulent</c>, <c>product_not_received</c>, …</summary>
    public required string Reason { get; init; }

    public required bool IsInquiry { get; init; }

    public required string Status { get; set; }

    public List<string> BalanceTransactions { get; init; } = [];

    public Dictionary<string, string> Evidence { get; init; } = [];

    public Dictionary<string, string> Metadata { get; init; } = [];

    public int Submissions { get; set; }

    /// <summary>When the bank decides, in Unix seconds.</summary>
    public long? DecidesAt { get; set; }

    [JsonIgnore]
    public bool IsOpen => Status is "needs_response" or "warning_needs_response";

    [JsonIgnore]
    public Columns Columns => new(Status, Currency, Amount, PaymentIntent: PaymentIntent, Charge: Charge, Due: DecidesAt);

    /// <summary>The evidence goes to the bank, which answers at that moment.</summary>
    public void Submit(long decidesAt) =>
        (Status, Submissions, DecidesAt) = (IsInquiry ? "warning_under_review" : "under_review", Submissions + 1, decidesAt);

    public void Close(bool won) => (Status, DecidesAt) = (IsInquiry ? "warning_closed" : won ? "won" : "lost", null);
}
