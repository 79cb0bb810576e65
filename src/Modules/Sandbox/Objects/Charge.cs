using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>One attempt to move money: it succeeded, failed, or (a bank debit) is pending.</summary>
internal sealed partial class Charge : IStored<Charge>
{
    public static string Kind => "charge";

    public static JsonTypeInfo<Charge> Json => BankJson.Default.Charge;

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string PaymentIntent { get; init; }

    public required PaymentMethod Method { get; init; }

    public IntentTemplate Template { get; init; } = new();

    public string? Customer { get; init; }

    /// <summary>The payer passed a 3-D Secure challenge.</summary>
    public bool Authenticated { get; init; }

    public required string Status { get; set; }

    public Decline? Failure { get; set; }

    public string? BalanceTransaction { get; set; }

    public long AmountRefunded { get; set; }

    public bool Disputed { get; set; }

    /// <summary>The disputed money is back with the payer: nothing is left to refund.</summary>
    public bool ChargedBack { get; set; }

    [JsonIgnore]
    public bool Succeeded => Status is "succeeded";

    [JsonIgnore]
    public bool FullyRefunded => AmountRefunded == Amount;

    [JsonIgnore]
    public long Refundable => Amount - AmountRefunded;

    [JsonIgnore]
    public Columns Columns => new(Status, Currency, Amount, AmountRefunded, PaymentIntent, Customer);

    /// <exception cref="StripeError">The charge has not that much left to give back.</exception>
    public long Refund(long? asked)
    {
        if (!Succeeded) throw StripeError.Invalid($"Charge {Id} did not succeed, so there is nothing to refund.", "charge", "charge_not_refundable");
        if (ChargedBack) throw StripeError.Invalid($"Charge {Id} has been charged back; cannot issue a refund.", "charge", "charge_disputed");
        if (FullyRefunded) throw StripeError.Invalid($"Charge {Id} has already been refunded.", code: "charge_already_refunded");
        var amount = asked ?? Refundable;
        if (amount > Refundable)
            throw StripeError.Invalid(
                AmountRefunded == 0
                    ? $"Refund amount ({Amounts.Show(amount, Currency)}) is greater than charge amount ({Amounts.Show(Amount, Currency)})"
                    : $"Refund amount ({Amounts.Show(amount, Currency)}) is greater than unrefunded amount on charge ({Amounts.Show(Refundable, Currency)})",
                "amount");
        AmountRefunded += amount;
        return amount;
    }

    public void TakeBack(Refund failed) => AmountRefunded -= failed.Amount;
}
