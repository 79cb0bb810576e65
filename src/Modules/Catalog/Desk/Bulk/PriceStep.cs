using System.Globalization;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Desk.Bulk;

/// <summary>By how much prices in one currency change.</summary>
/// <param name="Percent">10 makes 20.00 to 22.00, -10 to 18.00; rounded half up to what the currency has. Null where an amount is given.</param>
/// <param name="Minor">In minor units of the currency.</param>
internal sealed record PriceStep(string Currency, decimal? Percent, long Minor)
{
    private const decimal MostPercent = 1_000;

    /// <exception cref="Refusal"><c>price.step_invalid</c>.</exception>
    public static PriceStep Read(string currency, string by, string value)
    {
        if (!Emporium.Currency.IsKnown(currency)) throw Invalid("Choose a currency from the list.");
        if (!decimal.TryParse(value.Trim().Replace(',', '.').Replace('−', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number == 0)
            throw Invalid("Write by how much, such as 10 or -2.50.");
        if (by is "percent") return number is >= -100 and <= MostPercent ? new(currency, number, 0) : throw Invalid($"A percentage is between -100 and {MostPercent:N0}.");
        var minor = number * Emporium.Currency.UnitOf(currency);
        return decimal.IsInteger(minor) && Math.Abs(minor) <= ProductRules.MaxMinor ? new(currency, null, (long)minor) : throw Invalid($"{currency} has {Emporium.Currency.DigitsOf(currency)} decimals.");
    }

    /// <returns>Null where the price would fall below zero, or beyond what a bank takes.</returns>
    public Money? Of(Money price)
    {
        var minor = Percent is { } percent ? Math.Round(price.Minor * (100 + percent) / 100, MidpointRounding.AwayFromZero) : price.Minor + (decimal)Minor;
        return minor is >= 0 and <= ProductRules.MaxMinor ? new Money((long)minor, price.Currency) : null;
    }

    private static Refusal Invalid(string message) => Refusal.Invalid("price.step_invalid", message, "value");
}
