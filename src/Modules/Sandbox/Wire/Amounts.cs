using System.Collections.Frozen;
using System.Globalization;

namespace Emporium.Sandbox.Wire;

/// <summary>
/// Stripe's own ideas of money: digits per currency (ISK and UGX have two, MGA none, unlike ISO 4217), the least amount that may be
/// charged, and how an amount reads (https://docs.stripe.com/currencies).
/// </summary>
internal static class Amounts
{
    private const long LargestCharge = 99_999_999;

    private static readonly FrozenDictionary<string, long> Least = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["USD"] = 50, ["EUR"] = 50, ["AUD"] = 50, ["BRL"] = 50, ["CAD"] = 50, ["CHF"] = 50, ["INR"] = 50, ["NZD"] = 50, ["SGD"] = 50,
        ["ZAR"] = 50, ["PHP"] = 50, ["GBP"] = 30, ["AED"] = 200, ["MYR"] = 200, ["PLN"] = 200, ["RON"] = 200, ["DKK"] = 250,
        ["NOK"] = 300, ["SEK"] = 300, ["HKD"] = 400, ["MXN"] = 1000, ["THB"] = 1000, ["CZK"] = 1500, ["JPY"] = 50, ["KRW"] = 50, ["HUF"] = 17500,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string currency) => currency.Length == 3 && Currency.IsKnown(currency.ToUpperInvariant());

    public static int DigitsOf(string currency) => currency.ToUpperInvariant() switch
    {
        "ISK" or "UGX" => 2,
        "MGA" => 0,
        var code => Currency.DigitsOf(code),
    };

    /// <summary>For a page and for messages: <c>€1,234.50</c>, <c>CHF 12.00</c>, <c>¥500</c>.</summary>
    public static string Show(long minor, string currency)
    {
        var (code, digits) = (currency.ToUpperInvariant(), DigitsOf(currency));
        var unit = digits switch { 0 => 1m, 2 => 100m, _ => 1000m };
        var number = (minor / unit).ToString($"N{digits}", CultureInfo.InvariantCulture);
        return Symbols.TryGetValue(code, out var symbol) ? symbol + number : $"{code} {number}";
    }

    /// <exception cref="StripeError">Too small or too large to be charged.</exception>
    public static void CheckCharge(long minor, string currency, string param)
    {
        var least = Least.GetValueOrDefault(currency.ToUpperInvariant(), 1);
        if (minor < least) throw StripeError.Invalid($"Amount must be at least {Show(least, currency)}.", param, "amount_too_small");
        if (minor > LargestCharge) throw StripeError.Invalid($"Amount must be no more than {Show(LargestCharge, currency)}.", param, "amount_too_large");
    }

    /// <summary>2.9 % and 30 minor units, never more than the amount.</summary>
    public static long Fee(long minor) => Math.Min(minor, new Money(minor, "USD").Share(290).Minor + 30);
}
