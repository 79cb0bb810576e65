using System.Globalization;
using System.Text;

namespace Emporium.Ui;

public static partial class MoneyText
{
    private const int MostDigits = 18;
    private const char ArabicDecimal = '\u066B';

    /// <summary>
    /// An amount as people write it: <c>1.234,50</c>, <c>1,234.50</c>, <c>1 234,5</c>, <c>€29</c>. Where both marks occur the last one is the
    /// decimal mark, whatever the culture; a single mark before three digits is read as the culture writes it. Nothing is rounded: what has more
    /// decimals than the currency is no amount.
    /// </summary>
    public static bool TryParse(string? text, string currency, CultureInfo culture, out Money money)
    {
        money = Money.Zero(currency);
        if (Plain(text, currency, culture) is not { } figure || Split(figure, Currency.DigitsOf(currency), culture) is not var (whole, fraction)) return false;

        var digits = whole + fraction.PadRight(Currency.DigitsOf(currency), '0');
        if (digits.Length is 0 or > MostDigits || !digits.All(char.IsAsciiDigit)) return false;
        money = new(long.Parse(digits, CultureInfo.InvariantCulture) * (IsDebt(text!) ? -1 : 1), currency);
        return true;
    }

    /// <summary>Only digits, dots and commas are left of it; null where it holds anything that is no part of an amount.</summary>
    private static string? Plain(string? text, string currency, CultureInfo culture)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 60) return null;
        var bare = text.Trim().Replace(currency, "", StringComparison.OrdinalIgnoreCase).Replace(SymbolOf(currency, culture), "", StringComparison.Ordinal);
        if (Symbols.TryGetValue(currency, out var symbol)) bare = bare.Replace(symbol, "", StringComparison.Ordinal);

        // Cultures group by spaces of several widths and by apostrophes (fr, sv, de-CH), and write dots and commas of their own (fa).
        var figure = new StringBuilder(bare.Length);
        bare = bare.Trim();
        foreach (var c in bare is ['-' or '\u2212', ..] ? bare[1..] : bare)
        {
            if (char.IsDigit(c)) figure.Append((char)('0' + char.GetNumericValue(c)));
            else if (c is '.' or ',' or ArabicDecimal) figure.Append(c);
            else if (!char.IsWhiteSpace(c) && c is not ('\'' or '\u2019' or '\u066C' or '\u200E' or '\u200F' or '\u061C')) return null;
        }
        return figure.Length == 0 ? null : figure.ToString();
    }

    private static (string Whole, string Fraction)? Split(string figure, int decimals, CultureInfo culture)
    {
        var at = figure.LastIndexOfAny(['.', ',', ArabicDecimal]);
        if (at < 0) return (figure, "");
        if (!IsDecimalMark(figure, at, culture)) return Ungrouped(figure) is { } grouped ? (grouped, "") : null;
        var fraction = figure[(at + 1)..];
        return fraction.Length <= decimals && Ungrouped(figure[..at]) is { } whole ? (whole, fraction) : null;
    }

    private static bool IsDecimalMark(string figure, int at, CultureInfo culture)
    {
        var mark = figure[at];
        if (mark is ArabicDecimal) return true;
        if (figure.IndexOf(mark, StringComparison.Ordinal) < at) return false;
        if (figure.AsSpan(0, at).ContainsAny('.', ',') || figure.Length - at - 1 != 3) return true;
        return culture.NumberFormat.CurrencyDecimalSeparator.Contains(mark, StringComparison.Ordinal) || figure[..at] is "" or "0";
    }

    /// <summary>Without its grouping marks: one kind of them, and three digits after the last (in India two between the others).</summary>
    private static string? Ungrouped(string figure)
    {
        if (!figure.AsSpan().ContainsAny('.', ',')) return figure;
        if (figure.Contains('.', StringComparison.Ordinal) && figure.Contains(',', StringComparison.Ordinal)) return null;
        var groups = figure.Split('.', ',');
        var isGrouped = groups[0].Length is 1 or 2 or 3 && groups[^1].Length == 3 && groups.Skip(1).SkipLast(1).All(g => g.Length is 2 or 3);
        return isGrouped ? string.Concat(groups) : null;
    }

    private static bool IsDebt(string text) => text.AsSpan().IndexOfAny('-', '\u2212') >= 0;
}
