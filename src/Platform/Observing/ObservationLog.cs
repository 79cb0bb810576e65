using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Observing;

/// <summary>Observations in a SQLite file of their own, written in batches behind the requests.</summary>
internal sealed partial class ObservationLog(IConfiguration configuration, ILogger<ObservationLog> log) : BackgroundService, IObservations
{
    private static readonly Counter<long> Dropped = Telemetry.Meter.CreateCounter<long>("emporium.observations.dropped");

    private const int Remembered = 10_000;

    private readonly Channel<Observation> waiting = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => Dropped.Add(1));

    private readonly ConcurrentDictionary<string, bool> forgotten = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim pen = new(1);

    public void Note(Observation observation) => waiting.Writer.TryWrite(observation);

    public async Task Forget(string visitor, CancellationToken ct)
    {
        if (forgotten.Count > Remembered) forgotten.Clear();
        forgotten[visitor] = true;
        await pen.WaitAsync(ct);
        try
        {
            await using var file = await Open();
            await using var update = new SqliteCommand("update observations set visitor = null where visitor = $visitor", file);
            update.Parameters.AddWithValue("$visitor", visitor);
            await update.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            pen.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken)) await Write();
        }
        catch (OperationCanceledException)
        {
            await Write();
        }
    }

    private async Task Write()
    {
        await pen.WaitAsync();
        try
        {
            await using var file = await Open();
            await using var transaction = file.BeginTransaction();
            await using var insert = new SqliteCommand("insert into observations (name, subject, at, detail, visitor) values ($name, $subject, $at, $detail, $visitor)", file, transaction);
            for (var written = 0; written < 1_000 && waiting.Reader.TryRead(out var seen); written++)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$name", seen.Name);
                insert.Parameters.AddWithValue("$subject", (object?)seen.Subject ?? DBNull.Value);
                insert.Parameters.AddWithValue("$at", seen.At.UtcDateTime.ToString("O"));
                insert.Parameters.AddWithValue("$detail", (object?)seen.Detail ?? DBNull.Value);
                insert.Parameters.AddWithValue("$visitor", seen.Visitor is { } visitor && !forgotten.ContainsKey(visitor) ? visitor : DBNull.Value);
                await insert.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException)
        {
            LogTrouble(log, trouble);
        }
        finally
        {
            pen.Release();
        }
    }

    private async Task<SqliteConnection> Open()
    {
        var file = new SqliteConnection($"Data Source={Path.Combine(DataFolder.Of(configuration), "observations.db")}");
        await file.OpenAsync();
        await Execute(file, "pragma journal_mode = wal; pragma synchronous = normal; create table if not exists observations (name text not null, subject text, at text not null, detail text, visitor text)");

        // A file from before visitors had numbers.
        await using var columns = new SqliteCommand("select count(*) from pragma_table_info('observations') where name = 'visitor'", file);
        if (await columns.ExecuteScalarAsync() is 0L) await Execute(file, "alter table observations add column visitor text");
        await Execute(file, "create index if not exists ix_observations_visitor on observations (visitor) where visitor is not null");
        return file;
    }

    private static async Task Execute(SqliteConnection file, string sql)
    {
        await using var command = new SqliteCommand(sql, file);
        await command.ExecuteNonQueryAsync();
    }

    [LoggerMessage(LogLevel.Warning, "Some observations could not be written and are lost; sales are not touched by it.")]
    private static partial void LogTrouble(ILogger log, Exception exception);
}
