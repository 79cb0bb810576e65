using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Emporium.Platform.Data.Copying;

/// <summary>Reads a table's rows as plain values, the same from either database.</summary>
internal static class RowReader
{
    private static readonly Dictionary<Type, Func<DbDataReader, int, object>> Readers = new()
    {
        [typeof(string)] = (r, i) => r.GetString(i),
        [typeof(Guid)] = (r, i) => r.GetGuid(i),
        [typeof(DateTime)] = (r, i) => DateTime.SpecifyKind(r.GetDateTime(i), DateTimeKind.Utc),
        [typeof(DateOnly)] = (r, i) => r.GetFieldValue<DateOnly>(i),
        [typeof(bool)] = (r, i) => r.GetBoolean(i),
        [typeof(int)] = (r, i) => r.GetInt32(i),
        [typeof(long)] = (r, i) => r.GetInt64(i),
        [typeof(double)] = (r, i) => r.GetDouble(i),
        [typeof(byte[])] = (r, i) => r.GetFieldValue<byte[]>(i),
    };

    /// <param name="transaction">All tables are read in one, so that they fit together while the store goes on selling.</param>
    public static async IAsyncEnumerable<object?[]> Read(DbTransaction transaction, CopiedTable table, [EnumeratorCancellation] CancellationToken ct)
    {
        var readers = table.Columns.Select(c => Readers.GetValueOrDefault(c.Type) ?? throw new NotSupportedException($"{table.Name}.{c.Name} is a {c.Type.Name}, which cannot be copied yet.")).ToArray();
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select {table.ColumnNames} from {table.Name}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[readers.Length];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : readers[i](reader, i);
            yield return row;
        }
    }

    public static async Task<bool> IsEmpty(DbTransaction transaction, CopiedTable table, CancellationToken ct)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select 1 from {table.Name} limit 1";
        return await command.ExecuteScalarAsync(ct) is null;
    }
}
