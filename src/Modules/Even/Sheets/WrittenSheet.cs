using System.Globalization;
using Emporium.Ui;
using Microsoft.AspNetCore.Http;

namespace Emporium.Even.Sheets;

/// <summary>A sheet as its form shows it and sends it: text, so that a slip comes back as it was written.</summary>
public sealed record WrittenSheet(string Currency, string Fixed, IReadOnlyList<WrittenSheet.Row> Rows)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public sealed record Row(string Name, string Price, string Cost, string Sales)
    {
        public static readonly Row Empty = new("", "", "", "");

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Name + Price + Cost + Sales);
    }

    /// <summary>Rows up to the last one that holds something.</summary>
    internal int Written => Rows.Select((row, i) => row.IsEmpty ? 0 : i + 1).DefaultIfEmpty().Max();

    /// <summary>A month as one might begin with it.</summary>
    public static WrittenSheet Example(string currency) => Of(new Sheet(currency, 60_000, [new("The book", 2_400, 140, 40), new("The workshop", 9_000, 1_150, 3)]));

    internal static WrittenSheet Of(Sheet sheet) => new(sheet.Currency, Digits(sheet.FixedMinor, sheet.Currency),
        [.. sheet.Lines.Select(l => new Row(l.Name, Digits(l.PriceMinor, sheet.Currency), Digits(l.CostMinor, sheet.Currency), l.Sales.ToString(CultureInfo.InvariantCulture)))]);

    internal static WrittenSheet Of(IFormCollection form) => new(form["currency"].ToString(), form["fixed"].ToString(),
        [.. Enumerable.Range(0, Sheet.MostLines).Select(i => new Row(form[$"name-{i}"].ToString(), form[$"price-{i}"].ToString(), form[$"cost-{i}"].ToString(), form[$"sales-{i}"].ToString()))]);

    /// <exception cref="Refusal"><c>sheet.currency_unknown</c>, <c>sheet.amount_invalid</c>, <c>sheet.name_required</c>, <c>sheet.sales_invalid</c>, with the field at fault.</exception>
    internal Sheet Read()
    {
        var currency = Currency.Trim().ToUpperInvariant();
        if (!Emporium.Currency.IsKnown(currency)) throw Refusal.Invalid("sheet.currency_unknown", "This is no currency. Write its three letters: EUR, USD, GBP.", "currency");
        return new Sheet(currency, Amount(Fixed, currency, "fixed"), [.. Rows.Select((row, i) => (row, i)).Where(r => !r.row.IsEmpty).Select(r => Line(r.row, r.i, currency))]);
    }

    private static SheetLine Line(Row row, int i, string currency)
    {
        if (row.Name.Trim() is not { Length: > 0 and <= Sheet.NameLength } name)
            throw Refusal.Invalid("sheet.name_required", $"Say what is sold here, in at most {Sheet.NameLength} characters.", $"name-{i}");
        if (!int.TryParse(row.Sales.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sales) || sales > Sheet.MostSales)
            throw Refusal.Invalid("sheet.sales_invalid", $"Say how many you plan to sell this month: a whole number from 0 to {Sheet.MostSales.ToString("N0", English)}.", $"sales-{i}");
        return new SheetLine(name, Amount(row.Price, currency, $"price-{i}"), Amount(row.Cost, currency, $"cost-{i}"), sales);
    }

    /// <summary>Left out is nothing.</summary>
    private static long Amount(string text, string currency, string field) =>
        string.IsNullOrWhiteSpace(text) ? 0
        : MoneyText.TryParse(text, currency, English, out var amount) && amount.Minor is >= 0 and <= Sheet.MostMinor ? amount.Minor
        : throw Refusal.Invalid("sheet.amount_invalid", $"“{text.Trim()}” is no amount in {currency}. Write it like 24.00.", field);

    private static string Digits(long minor, string currency) => MoneyText.Digits(new Money(minor, currency), English);
}
