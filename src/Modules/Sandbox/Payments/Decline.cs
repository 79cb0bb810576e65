using System.Text.Json.Serialization;
using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Payments;

/// <summary>Why no money moved, in Stripe's codes (https://docs.stripe.com/declines/codes) and in a sentence for the payer.</summary>
internal sealed record Decline(string Code, string? Reason, string Message)
{
    public static readonly Decline Generic = Card("generic_decline");
    public static readonly Decline InsufficientFunds = Card("insufficient_funds", "Your card has insufficient funds.");
    public static readonly Decline LostCard = Card("lost_card");
    public static readonly Decline StolenCard = Card("stolen_card");
    public static readonly Decline Velocity = Card("card_velocity_exceeded", "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.");
    public static readonly Decline NotATestCard = Card("test_mode_live_card", "Your card was declined. This is a test bank: use one of its test cards.");
    public static readonly Decline ExpiredCard = new("expired_card", "expired_card", "Your card has expired.");
    public static readonly Decline IncorrectCvc = new("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect.");
    public static readonly Decline ProcessingError = new("processing_error", "processing_error", "An error occurred while processing your card. Try again in a little bit.");
    public static readonly Decline AuthenticationRequired = new(
        "authentication_required", "authentication_required", "Your card was declined. This transaction requires authentication.");

    public static readonly Decline AuthenticationFailed = new(
        "payment_intent_authentication_failure", null,
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.");

    public static readonly Decline DebitReturned = new(
        "payment_intent_payment_attempt_failed", "debit_not_authorized", "The bank returned the debit.");

    /// <summary>The issuer was asked and said no; a failed charge remains. An unproved identity never reaches the issuer.</summary>
    [JsonIgnore]
    public bool LeavesCharge => Code is not "payment_intent_authentication_failure";

    /// <summary>The fields of Stripe's error object.</summary>
    public void Write(ObjectWriter json, string? charge, string? paymentMethod)
    {
        if (charge is not null) json.Text("charge", charge);
        json.Text("code", Code);
        if (Reason is not null) json.Text("decline_code", Reason);
        json.Text("doc_url", $"https://stripe.com/docs/error-codes/{Code.Replace('_', '-')}");
        json.Text("message", Message);
        if (paymentMethod is not null) json.Embed<PaymentMethod>("payment_method", paymentMethod);
        json.Text("type", "card_error");
    }

    /// <summary>The body of a 402: the decline, and the intent with which the store may go on.</summary>
    public void WriteAnswer(ObjectWriter json, PaymentIntent intent)
    {
        json.Open("error");
        Write(json, intent.LatestCharge, intent.PaymentMethod);
        json.Embed<PaymentIntent>("payment_intent", intent.Id);
        json.Close();
    }

    private static Decline Card(string reason, string message = "Your card was declined.") => new("card_declined", reason, message);
}
