using System.Data.Common;

namespace Emporium.Bench.Bare;

/// <summary>The rows of the product API, read with plain ADO.NET: products with their texts, then their prices, then their files, as the store reads them.</summary>
internal sealed class BareRows(DbDataSource source)
{
    private const string Columns = "p.id, p.slug, p.kind, t.title, t.subtitle, t.byline, t.pitch, p.issues_license, p.download_limit, p.refund_days, p.published_at, t.description_html";
    private const string Published = $"select {Columns} from catalog_products p join catalog_product_texts t on t.product_id = p.id and t.language = 'en' where p.status = 'Published'";

    public async Task<List<BareProduct>> List(int limit, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await Read(connection, $"{Published} order by p.published_at desc, p.id desc limit {limit}", null, false, ct);
    }

    public async Task<BareProduct> Get(string slug, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await Read(connection, $"{Published} and p.slug = @slug", slug, true, ct))[0];
    }

    private static async Task<List<BareProduct>> Read(DbConnection connection, string sql, string? slug, bool withDescription, CancellationToken ct)
    {
        var (products, ids) = (new List<BareProduct>(), new Dictionary<Guid, BareProduct>());
        await using (var command = Command(connection, sql))
        {
            if (slug is not null) Add(command, "@slug", slug);
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var product = Product(row, withDescription);
                products.Add(ids[row.GetGuid(0)] = product);
            }
        }

        await using var prices = await Of(connection, "select product_id, amount_minor, currency from catalog_prices where product_id in ({0}) order by product_id, currency", ids.Keys, ct);
        while (await prices.ReadAsync(ct)) ids[prices.GetGuid(0)].Prices.Add(new(prices.GetInt64(1), prices.GetString(2)));
        await prices.DisposeAsync();

        await using var files = await Of(connection, "select product_id, name, media_type, size from catalog_product_files where archived_at is null and product_id in ({0}) order by product_id, position", ids.Keys, ct);
        while (await files.ReadAsync(ct)) ids[files.GetGuid(0)].Files.Add(new(files.GetString(1), files.GetString(2), files.GetInt64(3)));
        return products;
    }

    private static BareProduct Product(DbDataReader row, bool withDescription) => new(
        row.GetGuid(0).ToString(), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
        row.GetBoolean(7), row.IsDBNull(8) ? null : row.GetInt32(8), row.GetInt32(9), row.GetDateTime(10))
    {
        DescriptionHtml = withDescription ? row.GetString(11) : null,
    };

    private static Task<DbDataReader> Of(DbConnection connection, string sql, ICollection<Guid> products, CancellationToken ct)
    {
        var command = Command(connection, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, string.Join(',', products.Select((_, i) => $"@p{i}"))));
        foreach (var (product, i) in products.Select((p, i) => (p, i))) Add(command, $"@p{i}", product);
        return command.ExecuteReaderAsync(ct);
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
