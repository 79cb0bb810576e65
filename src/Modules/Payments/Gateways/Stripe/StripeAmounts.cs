using System.Collections.Frozen;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>
/// Stripe's own minor units and limits (https://docs.stripe.com/currencies). They differ from ISO 4217: krónur and Ugandan shillings
/// are sent with two digits that must be zero, ariary without any, and the last digit of a three-digit currency must be zero.
/// </summary>
internal static class StripeAmounts
{
    /// <summary>Eight digits, whatever the currency.</summary>
    private const long MostWire = 99_999_999;

    private const string Taken =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF " +
        "DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD " +
        "KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR " +
        "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD SZL THB TJS TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV " +
        "WST XAF XCD XOF XPF YER ZAR ZMW";

    // In Stripe's minor units; a currency that is not named here has no minimum of its own.
    private static readonly FrozenDictionary<string, long> Least = new[]
    {
        (50, "USD EUR AUD BRL CAD CHF INR NZD SGD ZAR PHP JPY KRW"), (30, "GBP"), (200, "AED MYR PLN RON"), (250, "DKK"), (300, "NOK SEK"),
        (400, "HKD"), (1_000, "MXN THB"), (1_500, "CZK"), (17_500, "HUF"),
    }.SelectMany(row => row.Item2.Split(' ').Select(code => KeyValuePair.Create(code, (long)row.Item1))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What can be charged, in minor units of ISO 4217.</summary>
    public static FrozenDictionary<string, AmountLimits> Limits { get; } =
        Taken.Split(' ').ToFrozenDictionary(code => code, LimitsOf, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The amount has digits that Stripe cannot carry; it should have been refused before.</exception>
    public static long ToWire(Money money)
    {
        var (times, over) = RatioOf(money.Currency);
        if (money.Minor % StepOf(money.Currency) != 0) throw new InvalidOperationException($"Stripe cannot carry {money}.");
        return checked(money.Minor * times / over);
    }

    /// <param name="currency">In any case; Stripe writes lower case.</param>
    public static Money FromWire(long wire, string currency)
    {
        var code = currency.ToUpperInvariant();
        var (times, over) = RatioOf(code);
        return new Money(checked(wire * over / times), code);
    }

    private static AmountLimits LimitsOf(string code)
    {
        var step = StepOf(code);
        return new(Math.Max(step, FromWire(Least.GetValueOrDefault(code, 1), code).Minor), FromWire(MostWire, code).Minor / step * step, step);
    }

    /// <summary>Stripe's amount is ISO's, times the first, over the second.</summary>
    private static (long Times, long Over) RatioOf(string code) => code switch
    {
        "ISK" or "UGX" => (100, 1),
        "MGA" => (1, 100),
        _ => (1, 1),
    };

    private static long StepOf(string code) => code switch
    {
        "MGA" => 100,
        _ when Currency.DigitsOf(code) == 3 => 10,
        _ => 1,
    };
}
