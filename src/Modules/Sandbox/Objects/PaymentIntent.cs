using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;

namespace Emporium.Sandbox.Objects;

/// <summary>One amount to be collected, over as many attempts as it takes.</summary>
internal sealed partial class PaymentIntent : IStored<PaymentIntent>
{
    public const string NeedsMethod = "requires_payment_method";
    public const string NeedsConfirmation = "requires_confirmation";
    public const string NeedsAction = "requires_action";
    public const string Processing = "processing";
    public const string Succeeded = "succeeded";
    public const string Canceled = "canceled";

    public static string Kind => "payment_intent";

    public static JsonTypeInfo<PaymentIntent> Json => BankJson.Default.PaymentIntent;

    public required string Id { get; init; }

    public required string ClientSecret { get; init; }

    public required long Created { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public IntentTemplate Template { get; init; } = new();

    public string Status { get; set; } = NeedsMethod;

    public string? Customer { get; set; }

    public string? PaymentMethod { get; set; }

    public string? LatestCharge { get; set; }

    public Decline? LastError { get; set; }

    /// <summary>Where the payer proves who they are, while <see cref="NeedsAction"/>.</summary>
    public string? ChallengeUrl { get; set; }

    public string? ReturnUrl { get; set; }

    public long? CanceledAt { get; set; }

    public string? CancellationReason { get; set; }

    /// <summary>When a bank debit is decided, in Unix seconds.</summary>
    public long? SettlesAt { get; set; }

    /// <summary>The payer chose on the page that the bank debit will be returned.</summary>
    public bool WillFail { get; set; }

    [JsonIgnore]
    public bool MayPay => Status is NeedsMethod or NeedsConfirmation;

    [JsonIgnore]
    public bool MayCancel => Status is not (Succeeded or Canceled or Processing);

    [JsonIgnore]
    public Columns Columns => new(Status, Currency, Amount, Customer: Customer, Due: SettlesAt);

    public void AskForProof(string challengeUrl, string? returnUrl) =>
        (Status, ChallengeUrl, ReturnUrl, LastError) = (NeedsAction, challengeUrl, returnUrl, null);

    public void Await(long settlesAt, bool willFail) => (Status, SettlesAt, WillFail, LastError) = (Processing, settlesAt, willFail, null);

    public void Succeed(string charge) => (Status, LatestCharge, LastError, ChallengeUrl, SettlesAt) = (Succeeded, charge, null, null, null);

    public void Fail(Decline decline, string? charge) =>
        (Status, LastError, LatestCharge, ChallengeUrl, SettlesAt) = (NeedsMethod, decline, charge ?? LatestCharge, null, null);

    public void Cancel(string? reason, long at) => (Status, CancellationReason, CanceledAt, ChallengeUrl) = (Canceled, reason, at, null);
}
