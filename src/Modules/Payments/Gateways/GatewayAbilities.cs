using System.Collections.Frozen;

namespace Emporium.Payments.Gateways;

/// <summary>What a gateway can do; what it cannot is refused before it is asked.</summary>
/// <param name="Amounts">The currencies it takes, each with the amounts it takes.</param>
internal sealed record GatewayAbilities(
    FrozenDictionary<string, AmountLimits> Amounts, bool ChargesOffSession, bool RefundsInPart, bool HasSubscriptions, bool PaysOut)
{
    /// <exception cref="Refusal"><c>payment.currency_unsupported</c>, <c>payment.amount_too_small</c>, <c>payment.amount_too_large</c>, <c>payment.amount_uneven</c>.</exception>
    public void Demand(Money amount)
    {
        if (!Amounts.TryGetValue(amount.Currency, out var limits))
            throw Refusal.Invalid("payment.currency_unsupported", $"Payments in {amount.Currency} are not possible here. Choose another currency.", "currency");
        if (amount.Minor < limits.Least)
            throw Refusal.Invalid("payment.amount_too_small", $"The least that can be paid is {amount with { Minor = limits.Least }}.");
        if (amount.Minor > limits.Most)
            throw Refusal.Invalid("payment.amount_too_large", $"The most that can be paid at once is {amount with { Minor = limits.Most }}. Split the order.");
        if (amount.Minor % limits.Step != 0)
            throw Refusal.Invalid("payment.amount_uneven", $"An amount in {amount.Currency} must be a multiple of {amount with { Minor = limits.Step }}.");
    }
}

/// <summary>Amounts in minor units of ISO 4217.</summary>
/// <param name="Step">Amounts are multiples of it.</param>
internal sealed record AmountLimits(long Least, long Most, long Step);
