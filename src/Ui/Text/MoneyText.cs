using System.Collections.Frozen;
using System.Globalization;

namespace Emporium.Ui;

/// <summary>An amount as a reader of a culture expects it: their separators, the symbol on their side, the currency's own digits.</summary>
public static partial class MoneyText
{
    private const char NoBreak = '\u00A0';

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EUR"] = "€", ["GBP"] = "£", ["USD"] = "$", ["JPY"] = "¥", ["CNY"] = "CN¥", ["INR"] = "₹", ["KRW"] = "₩", ["ILS"] = "₪",
        ["VND"] = "₫", ["PHP"] = "₱", ["NGN"] = "₦", ["UAH"] = "₴", ["TRY"] = "₺", ["BRL"] = "R$", ["CAD"] = "CA$", ["AUD"] = "A$",
        ["NZD"] = "NZ$", ["HKD"] = "HK$", ["TWD"] = "NT$", ["MXN"] = "MX$", ["XAF"] = "FCFA", ["XCD"] = "EC$",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One line that never breaks, with a true minus sign: <c>€29.00</c> in English, <c>29,00 €</c> in German.</summary>
    public static string Format(Money money, CultureInfo culture)
    {
        var symbol = SymbolOf(money.Currency, culture);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = Currency.DigitsOf(money.Currency);
        format.CurrencySymbol = symbol;
        format.CurrencyPositivePattern = Spaced(format.CurrencyPositivePattern, symbol);
        format.CurrencyNegativePattern = format.CurrencyPositivePattern switch { 0 => 1, 1 => 5, 2 => 9, _ => 8 };
        format.NegativeSign = "\u2212";
        return Major(money).ToString("C", format).Replace(' ', NoBreak);
    }

    /// <summary>For machines: <c>29.00</c>.</summary>
    public static string Number(Money money) =>
        Major(money).ToString($"F{Currency.DigitsOf(money.Currency)}", CultureInfo.InvariantCulture);

    /// <summary>As it stands in an input beside its symbol: <c>29.00</c> in English, <c>1.234,50</c> in German.</summary>
    public static string Digits(Money money, CultureInfo culture) => Major(money).ToString($"N{Currency.DigitsOf(money.Currency)}", culture).Replace(' ', NoBreak);

    /// <summary>The currency's sign, and whether it stands before the figure, as this culture has it.</summary>
    public static (string Symbol, bool IsBefore) Sign(string currency, CultureInfo culture) =>
        (SymbolOf(currency, culture), culture.NumberFormat.CurrencyPositivePattern is 0 or 2);

    private static decimal Major(Money money) => (decimal)money.Minor / Currency.UnitOf(money.Currency);

    // At home a currency goes by its short symbol; a dollar abroad says whose it is.
    private static string SymbolOf(string code, CultureInfo culture)
    {
        var home = culture.Name.Length == 0 ? null : new RegionInfo(CultureInfo.CreateSpecificCulture(culture.Name).Name);
        if (string.Equals(home?.ISOCurrencySymbol, code, StringComparison.Ordinal)) return home!.CurrencySymbol;
        return code is "USD" && home?.CurrencySymbol is "$" ? "US$" : Symbols.GetValueOrDefault(code, code);
    }

    // "CHF29" would read as one word.
    private static int Spaced(int pattern, string symbol) => pattern switch
    {
        0 when char.IsLetter(symbol[^1]) => 2,
        1 when char.IsLetter(symbol[0]) => 3,
        _ => pattern,
    };
}
