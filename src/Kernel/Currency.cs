using System.Collections.Frozen;

namespace Emporium;

/// <summary>The currencies of ISO 4217 in circulation, with the digits of their minor unit. Providers differ from it at their own edge.</summary>
public static class Currency
{
    private const string TwoDigits =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK " +
        "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT " +
        "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN " +
        "QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS " +
        "VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly FrozenDictionary<string, int> Digits =
        Of(NoDigits, 0).Concat(Of(TwoDigits, 2)).Concat(Of(ThreeDigits, 3)).ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Digits.Keys;

    public static bool IsKnown(string code) => Digits.ContainsKey(code);

    /// <exception cref="InvalidOperationException">The code is not a currency: it should have been refused at the edge.</exception>
    public static int DigitsOf(string code) =>
        Digits.TryGetValue(code ?? "", out var digits) ? digits : throw new InvalidOperationException($"'{code}' is no ISO 4217 currency.");

    /// <summary>Minor units in one major unit: 100 for EUR, 1 for JPY, 1,000 for KWD.</summary>
    public static int UnitOf(string code) => DigitsOf(code) switch { 0 => 1, 2 => 100, _ => 1000 };

    private static IEnumerable<KeyValuePair<string, int>> Of(string codes, int digits) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, digits));
}
