using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Emporium.Platform.Data.Copying;

/// <summary>Writes rows into an empty table, each database in its own fastest way.</summary>
internal abstract class RowWriter : IAsyncDisposable
{
    public static async Task<RowWriter> Open(DbTransaction transaction, CopiedTable table, CancellationToken ct) => transaction switch
    {
        NpgsqlTransaction postgres => new PostgresRows(await postgres.Connection!.BeginBinaryImportAsync($"copy {table.Name} ({table.ColumnNames}) from stdin (format binary)", ct), table),
        SqliteTransaction sqlite => new SqliteRows(sqlite, table),
        _ => throw new NotSupportedException($"Rows cannot be written by {transaction.GetType().Name}."),
    };

    public abstract Task Write(object?[] row, CancellationToken ct);

    /// <summary>Without it nothing of the table is written.</summary>
    public abstract Task Complete(CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    private sealed class PostgresRows(NpgsqlBinaryImporter importer, CopiedTable table) : RowWriter
    {
        public override async Task Write(object?[] row, CancellationToken ct)
        {
            await importer.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value) await importer.WriteAsync(value, table.Columns[i].StoreType, ct);
                else await importer.WriteNullAsync(ct);
            }
        }

        public override async Task Complete(CancellationToken ct) => await importer.CompleteAsync(ct);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }

    private sealed class SqliteRows : RowWriter
    {
        private readonly SqliteCommand insert;

        public SqliteRows(SqliteTransaction transaction, CopiedTable table)
        {
            insert = transaction.Connection!.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"insert into {table.Name} ({table.ColumnNames}) values ({string.Join(", ", table.Columns.Select((_, i) => $"$v{i}"))})";
            foreach (var i in Enumerable.Range(0, table.Columns.Count)) insert.Parameters.Add(new SqliteParameter { ParameterName = $"$v{i}" });
        }

        public override Task Write(object?[] row, CancellationToken ct)
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            return insert.ExecuteNonQueryAsync(ct);
        }

        public override Task Complete(CancellationToken ct) => Task.CompletedTask;

        public override ValueTask DisposeAsync() => insert.DisposeAsync();
    }
}
