using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Emporium.Bench.Filling;

/// <summary>Every row of the modules' tables, as the database writes it.</summary>
internal sealed record Snapshot(IReadOnlyList<Snapshot.Table> Tables)
{
    /// <summary>What keeps the machinery going and grows with time, not with trade; and what follows other tables by triggers.</summary>
    private static readonly string[] Left =
    [
        "platform_leases", "platform_job_runs", "platform_generations", "platform_settings", "platform_protection_keys", "platform_idempotent_requests",
        "ledger_snapshots", "catalog_search", "accounts_staff", "accounts_sessions", "accounts_invitations", "schema_scripts", "sqlite_", "qrtz_",
    ];

    /// <param name="IsTime">Says of each column whether it holds moments.</param>
    /// <param name="Rows">Texts, numbers, bytes and nulls.</param>
    public sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<bool> IsTime, IReadOnlyList<object?[]> Rows)
    {
        /// <summary>The rows that another look at the table had not.</summary>
        public IReadOnlyList<object?[]> Except(Table earlier)
        {
            var known = earlier.Rows.Select(Print).ToHashSet(StringComparer.Ordinal);
            return [.. Rows.Where(row => !known.Contains(Print(row)))];
        }

        private static string Print(object?[] row) => string.Join('\u001f', row.Select(cell => cell is byte[] bytes ? Convert.ToHexString(bytes) : cell));
    }

    public static async Task<Snapshot> Of(DbDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var isSqlite = connection is SqliteConnection;
        var columns = await Read(connection, isSqlite
            ? "select m.name, c.name, lower(c.type) from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' order by m.name, c.cid"
            : "select table_name::text, column_name::text, data_type::text from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position");
        var tables = new List<Table>();
        foreach (var table in columns.Where(c => !Array.Exists(Left, l => ((string)c[0]!).StartsWith(l, StringComparison.Ordinal))).GroupBy(c => (string)c[0]!))
        {
            var names = table.Select(c => (string)c[1]!).ToList();
            var rows = await Read(connection, $"select {string.Join(", ", names.Select(n => isSqlite ? $"\"{n}\"" : $"\"{n}\"::text"))} from {table.Key}");
            tables.Add(new Table(table.Key, names, [.. table.Select(c => ((string)c[2]!).StartsWith("timestamp", StringComparison.Ordinal))], rows));
        }
        return new Snapshot(tables);
    }

    private static async Task<List<object?[]>> Read(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }
        return rows;
    }
}
