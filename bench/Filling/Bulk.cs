using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Emporium.Bench.Filling;

/// <summary>Writes rows by the million: indexes away, rows in, indexes back.</summary>
internal interface IBulk
{
    Task Begin(IReadOnlyCollection<string> tables);

    /// <param name="rows">For each row of the template what its columns hold in copy 0, 1, 2…</param>
    Task Write(Snapshot.Table table, IReadOnlyList<Func<long, object?>[]> rows, long copies);

    Task End();
}

internal sealed class SqliteBulk(SqliteConnection connection) : IBulk
{
    private readonly List<string> indexes = [];

    public Task Begin(IReadOnlyCollection<string> tables)
    {
        Run("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; pragma foreign_keys = off; pragma temp_store = memory");
        var names = new List<string>();
        using (var command = Command($"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({string.Join(',', tables.Select(t => $"'{t}'"))})"))
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                names.Add(row.GetString(0));
                indexes.Add(row.GetString(1));
            }
        }
        foreach (var name in names) Run($"drop index {name}");
        return Task.CompletedTask;
    }

    public Task Write(Snapshot.Table table, IReadOnlyList<Func<long, object?>[]> rows, long copies)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = Command($"insert into {table.Name} ({string.Join(',', table.Columns.Select(c => $"\"{c}\""))}) values ({string.Join(',', table.Columns.Select((_, i) => $"@p{i}"))})");
        insert.Transaction = transaction;
        var parameters = table.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToArray();
        insert.Prepare();
        for (var n = 0L; n < copies; n++)
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i](n) ?? DBNull.Value;
                insert.ExecuteNonQuery();
            }
        }
        transaction.Commit();
        return Task.CompletedTask;
    }

    public Task End()
    {
        foreach (var index in indexes) Run(index);
        Run("analyze; pragma journal_mode = wal; pragma synchronous = full");
        return Task.CompletedTask;
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return command;
    }
}

internal sealed class PostgresBulk(NpgsqlConnection connection) : IBulk
{
    private readonly List<string> indexes = [];

    public async Task Begin(IReadOnlyCollection<string> tables)
    {
        var names = new List<string>();
        await using (var command = new NpgsqlCommand("select i.indexname::text, i.indexdef::text from pg_indexes i where i.tablename = any($1) and i.schemaname = 'public' and not exists (select 1 from pg_constraint c where c.conname = i.indexname)", connection))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = tables.ToArray() });
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                names.Add(row.GetString(0));
                indexes.Add(row.GetString(1));
            }
        }
        foreach (var name in names) await Run($"drop index {name}");
        await Run("set maintenance_work_mem = '512MB'");
    }

    public async Task Write(Snapshot.Table table, IReadOnlyList<Func<long, object?>[]> rows, long copies)
    {
        // Copies point at copies that may come later; only the catalog's search follows by trigger.
        await Run($"set session_replication_role = {(table.Name.StartsWith("catalog_", StringComparison.Ordinal) ? "origin" : "replica")}");
        await using var copy = await connection.BeginTextImportAsync($"copy {table.Name} ({string.Join(',', table.Columns.Select(c => $"\"{c}\""))}) from stdin");
        var line = new StringBuilder();
        for (var n = 0L; n < copies; n++)
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) line.Append(i == 0 ? "" : "\t").Append(Escape((string?)row[i](n)));
                line.Append('\n');
            }
            if (line.Length < 1 << 16 && n + 1 < copies) continue;
            await copy.WriteAsync(line.ToString());
            line.Clear();
        }
    }

    public async Task End()
    {
        await Run("set session_replication_role = origin");
        foreach (var index in indexes) await Run(index);
        await Run("vacuum analyze");
    }

    private static string Escape(string? cell) => cell is null ? "\\N" : cell.AsSpan().ContainsAny("\\\t\n\r")
        ? cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
        : cell;

    private async Task Run(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
