using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Emporium.Sandbox.Payments;

/// <summary>The table of test cards. One can read here what each does.</summary>
internal static partial class TestCards
{
    public static readonly TestCard NotATestCard = new("", "", "") { Declines = Decline.NotATestCard, DeclinesLater = Decline.NotATestCard };

    public static readonly IReadOnlyList<(string Group, TestCard[] Cards)> Groups =
    [
        ("Succeeds",
        [
            new("4242424242424242", "pm_card_visa", "Visa: pays"),
            new("5555555555554444", "pm_card_mastercard", "Mastercard: pays") { Brand = "mastercard" },
            new("4000000000000077", "pm_card_bypassPending", "Pays; the money is available at once"),
        ]),
        ("Is declined",
        [
            Declined("4000000000000002", "pm_card_visa_chargeDeclined", "Generic decline", Decline.Generic),
            Declined("4000000000009995", "pm_card_visa_chargeDeclinedInsufficientFunds", "Insufficient funds", Decline.InsufficientFunds),
            Declined("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", "Lost card", Decline.LostCard),
            Declined("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard", "Stolen card", Decline.StolenCard),
            Declined("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "Expired card", Decline.ExpiredCard),
            Declined("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", "Incorrect CVC", Decline.IncorrectCvc),
            Declined("4000000000000119", "pm_card_chargeDeclinedProcessingError", "Processing error", Decline.ProcessingError),
            Declined("4000000000006975", "pm_card_visa_chargeDeclinedVelocityLimitExceeded", "Velocity limit exceeded", Decline.Velocity),
            new("4000000000000341", "pm_card_chargeCustomerFail", "Pays and is saved; later charges are declined") { DeclinesLater = Decline.Generic },
        ]),
        ("Asks for 3-D Secure",
        [
            Challenged("4000002760003184", "pm_card_authenticationRequired", "Always, also for later charges") with { DeclinesLater = Decline.AuthenticationRequired },
            Challenged("4000002500003155", "pm_card_authenticationRequiredOnSetup", "Once; later charges pass"),
            Challenged("4000003800000446", "pm_card_authenticationRequiredSetupForOffSession", "Only while the payer is there"),
            Challenged("4000008260003178", "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds", "Then declines: insufficient funds")
                with { DeclinesAfterProof = Decline.InsufficientFunds, DeclinesLater = Decline.AuthenticationRequired },
            Challenged("4000000000003220", "pm_card_threeDSecure2Required", "3-D Secure 2, then pays") with { DeclinesLater = Decline.AuthenticationRequired },
            Challenged("4000008400001629", "pm_card_threeDSecureRequiredChargeDeclined", "Then declines")
                with { DeclinesAfterProof = Decline.Generic, DeclinesLater = Decline.AuthenticationRequired },
            Declined("4000008400001280", "pm_card_threeDSecureRequiredProcessingError", "The lookup fails: declined", Decline.Generic),
        ]),
        ("Pays, with consequences",
        [
            Disputed("4000000000000259", "pm_card_createDispute", "Disputed as fraudulent", "fraudulent"),
            Disputed("4000000000002685", "pm_card_createDisputeProductNotReceived", "Disputed: product not received", "product_not_received"),
            Disputed("4000000000001976", "pm_card_createDisputeInquiry", "The bank inquires; no money is withdrawn", "fraudulent") with { IsInquiry = true },
            Disputed("4000000404000079", "pm_card_createMultipleDisputes", "Disputed twice, half each", "fraudulent") with { Disputes = 2 },
            new("4000000000005423", "pm_card_createIssuerFraudRecord", "Early fraud warning") { WarnsOfFraud = true },
            new("4000000000007726", "pm_card_pendingRefund", "A refund is pending first, then succeeds") { RefundsArriveLater = true },
            new("4000000000005126", "pm_card_refundFail", "A refund succeeds first, then fails") { RefundsFailLater = true },
        ]),
    ];

    private static readonly FrozenDictionary<string, TestCard> Numbers =
        Groups.SelectMany(group => group.Cards).ToFrozenDictionary(card => card.Number, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TestCard> Tokens =
        Groups.SelectMany(group => group.Cards).ToFrozenDictionary(card => card.Token, StringComparer.Ordinal);

    public static TestCard? ByNumber(string number) => Numbers.GetValueOrDefault(number);

    public static TestCard? ByToken(string? token) => token is null ? null : Tokens.GetValueOrDefault(token);

    /// <summary>Luhn's check digit (ISO/IEC 7812-1) over 12 to 19 digits.</summary>
    public static bool IsCardNumber(string digits)
    {
        if (!CardForm().IsMatch(digits)) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    private static TestCard Declined(string number, string token, string what, Decline decline) =>
        new(number, token, what) { Declines = decline, DeclinesLater = decline };

    private static TestCard Challenged(string number, string token, string what) => new(number, token, what) { Challenges = true };

    private static TestCard Disputed(string number, string token, string what, string reason) => new(number, token, what) { DisputeReason = reason };

    [GeneratedRegex("^[0-9]{12,19}$", RegexOptions.NonBacktracking)]
    private static partial Regex CardForm();
}
