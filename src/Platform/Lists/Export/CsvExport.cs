using System.Globalization;
using CsvHelper;

namespace Emporium.Platform.Lists.Export;

/// <summary>A list as a table file (RFC 4180, UTF-8 with a mark, so that spreadsheets read accents). An amount fills two columns: the figure and its currency.</summary>
internal static class CsvExport
{
    /// <summary>What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection).</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true };

    public static async Task Write<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(target, Form, leaveOpen: true);
        foreach (var header in columns.SelectMany(Headers)) csv.WriteField(header);
        await csv.EndRecordAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in columns)
                foreach (var cell in Cells(column, row)) csv.WriteField(cell);
            await csv.EndRecordAsync(ct);
        }
        await csv.FlushAsync(ct);
    }

    /// <summary>Text that a spreadsheet would run stands behind an apostrophe.</summary>
    public static string Guard(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    private static IEnumerable<string> Headers<TRow>(ListColumn<TRow> column) => IsMoney(column) ? [column.Name, $"{column.Name}_currency"] : [column.Name];

    private static IEnumerable<string?> Cells<TRow>(ListColumn<TRow> column, TRow row) => column.Value(row) switch
    {
        Money money => [Number(money), money.Currency],
        null when IsMoney(column) => [null, null],
        null => [null],
        string text => [Guard(text)],
        DateTimeOffset moment => [moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        bool flag => [flag ? "true" : "false"],
        IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
        var other => [Guard(other.ToString() ?? "")],
    };

    private static string Number(Money money) => money.ToString() is var text ? text[..text.IndexOf(' ', StringComparison.Ordinal)] : "";

    private static bool IsMoney<TRow>(ListColumn<TRow> column) => (Nullable.GetUnderlyingType(column.Type) ?? column.Type) == typeof(Money);
}
