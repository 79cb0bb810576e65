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

    private readonly Channel<Observation> waiting = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => Dropped.Add(1));

    public void Note(Observation observation) => waiting.Writer.TryWrite(observation);

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
        try
        {
            await using var file = new SqliteConnection($"Data Source={Path.Combine(DataFolder.Of(configuration), "observations.db")}");
            await file.OpenAsync();
            await Execute(file, "pragma journal_mode = wal; pragma synchronous = normal; create table if not exists observations (name text not null, subject text, at text not null, detail text)");
            await using var transaction = file.BeginTransaction();
            await using var insert = new SqliteCommand("insert into observations (name, subject, at, detail) values ($name, $subject, $at, $detail)", file, transaction);
            for (var written = 0; written < 1_000 && waiting.Reader.TryRead(out var seen); written++)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$name", seen.Name);
                insert.Parameters.AddWithValue("$subject", (object?)seen.Subject ?? DBNull.Value);
                insert.Parameters.AddWithValue("$at", seen.At.UtcDateTime.ToString("O"));
                insert.Parameters.AddWithValue("$detail", (object?)seen.Detail ?? DBNull.Value);
                await insert.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException)
        {
            LogTrouble(log, trouble);
        }
    }

    private static async Task Execute(SqliteConnection file, string sql)
    {
        await using var command = new SqliteCommand(sql, file);
        await command.ExecuteNonQueryAsync();
    }

    [LoggerMessage(LogLevel.Warning, "Some observations could not be written and are lost; sales are not touched by it.")]
    private static partial void LogTrouble(ILogger log, Exception exception);
}
