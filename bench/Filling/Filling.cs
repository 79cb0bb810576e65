using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Emporium.Bench.Filling;

/// <summary>
/// Makes a small shop large without knowing its tables: one product and one whole purchase, which the store itself wrote, are repeated
/// with ids, names and moments of their own, so that each copy is as consistent as the original, down to ledger, events and marks.
/// Bytes (sealed letters and webhooks) and the descriptions of products are cut short: a year-old store has let go of most of them too.
/// </summary>
internal sealed class Filling(DbDataSource database, Snapshot before, Snapshot after)
{
    private const int ShortBlob = 64;
    private const string Buyer = "template@example.com";
    private static readonly TimeSpan Year = TimeSpan.FromDays(364);

    public async Task Multiply(int products, int orders)
    {
        var bought = before.Tables.Zip(after.Tables, (a, b) => b with { Rows = b.Except(a) }).Where(t => t.Rows.Count > 0).ToList();
        var product = (string)Cell(bought.Single(t => t.Name == "sales_order_lines"), 0, "product_id")!;
        var goods = Mentioning(product);
        var slug = (string)Cell(goods.Single(t => t.Name == "catalog_products"), 0, "slug")!;

        var works = new Pattern { Shift = n => -Year + (Year * ((double)n / products)) };
        works.AddId(product);
        works.AddIds(goods.SelectMany(t => t.Rows), before.Tables.SelectMany(t => t.Rows).Except(goods.SelectMany(t => t.Rows)));
        works.Add(slug, n => string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}"));
        works.Close();

        var trades = new Pattern { Shift = n => -Year + (Year * ((double)n / orders)) };
        trades.AddIds(bought.SelectMany(t => t.Rows), before.Tables.SelectMany(t => t.Rows));
        trades.AddGatewayIds(bought.SelectMany(t => t.Rows));
        trades.Add(Buyer, n => string.Create(CultureInfo.InvariantCulture, $"buyer-{n}@example.com"));
        foreach (var text in new[] { product, Ids.Text(Guid.Parse(product)), slug })
        {
            var copy = works.Of(text)!;
            trades.Add(text, n => copy(n % products));
        }
        trades.Close();

        await using var connection = await database.OpenConnectionAsync();
        IBulk bulk = connection is SqliteConnection sqlite ? new SqliteBulk(sqlite) : new PostgresBulk((NpgsqlConnection)connection);
        await bulk.Begin([.. bought.Concat(goods).Select(t => t.Name).Distinct()]);
        foreach (var table in goods) await bulk.Write(table, [.. table.Rows.SelectMany(r => new[] { Columns(table, r, works) })], products);
        foreach (var table in bought) await bulk.Write(table, [.. table.Rows.Where(r => IsOwn(r, trades)).Select(r => Columns(table, r, trades))], orders);
        await bulk.End();
    }

    /// <summary>The rows about a product: in its module's tables, and its facts.</summary>
    private List<Snapshot.Table> Mentioning(string product)
    {
        var text = Ids.Text(Guid.Parse(product));
        return [.. before.Tables.Where(t => t.Name.StartsWith("catalog_", StringComparison.Ordinal) || t.Name is "platform_events")
            .Select(t => t with { Rows = [.. t.Rows.Where(row => row.OfType<string>().Any(cell => cell == product || cell.EndsWith(text, StringComparison.Ordinal)))] })
            .Where(t => t.Rows.Count > 0).OrderBy(t => t.Name is "catalog_products" ? 0 : 1)];
    }

    // A row with nothing of its own, such as the key of a day's answers, belongs to no single purchase.
    private static bool IsOwn(object?[] row, Pattern pattern) => row.OfType<string>().Any(cell => pattern.Of(cell) is not null);

    private static Func<long, object?>[] Columns(Snapshot.Table table, object?[] row, Pattern pattern) =>
        [.. row.Select((cell, i) => Column(table, i, table.Columns[i] is "description" or "description_html" ? Cell(table, row, "pitch") : cell, pattern))];

    private static Func<long, object?> Column(Snapshot.Table table, int column, object? cell, Pattern pattern)
    {
        if (table.Columns[column] is "is_featured") return cell is string ? _ => "false" : _ => 0L;
        if (cell is byte[] bytes) return Always(bytes[..Math.Min(bytes.Length, ShortBlob)]);
        if (cell is not string text) return Always(cell);
        if (text.StartsWith("\\x", StringComparison.Ordinal)) return Always(text[..Math.Min(text.Length, 2 + (2 * ShortBlob))]);
        if (table.IsTime[column]) return Moment(text, pattern);
        return pattern.Of(text) is { } copy ? copy : Always(text);
    }

    private static Func<long, object?> Moment(string text, Pattern pattern)
    {
        var (format, original) = (text.Contains('+', StringComparison.Ordinal) ? "yyyy-MM-dd HH:mm:ss.ffffff+00" : "yyyy-MM-dd HH:mm:ss.FFFFFFF",
            DateTime.Parse(text.Split('+')[0], CultureInfo.InvariantCulture));
        return n => (original + pattern.Shift(n)).ToString(format, CultureInfo.InvariantCulture);
    }

    private static Func<long, object?> Always(object? value) => _ => value;

    private static object? Cell(Snapshot.Table table, int row, string column) => Cell(table, table.Rows[row], column);

    private static object? Cell(Snapshot.Table table, object?[] row, string column) => row[table.Columns.ToList().IndexOf(column)];
}
