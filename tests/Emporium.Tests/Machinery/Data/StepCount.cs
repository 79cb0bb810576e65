using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Emporium.Tests.Machinery.Data;

/// <summary>
/// Counts what each statement costs SQLite, in steps of its virtual machine: a measure that no clock and no neighbor on the machine
/// changes. Watches the database of one file.
/// </summary>
internal sealed class StepCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const int Grain = 10;
    private readonly string file;
    private readonly ConditionalWeakTable<DbConnection, StrongBox<string>> running = [];
    private readonly ConcurrentDictionary<string, Cost> costs = new(StringComparer.Ordinal);
    private readonly List<IDisposable> subscriptions = [];

    public StepCount(string file)
    {
        this.file = file;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was counted since the last time, by statement.</summary>
    public IReadOnlyDictionary<string, Cost> Take()
    {
        var taken = new Dictionary<string, Cost>(costs, StringComparer.Ordinal);
        costs.Clear();
        return taken;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command: SqliteCommand { Connection: { } connection } command } || connection.DataSource != file) return;
        running.GetValue(connection, Watch).Value = command.CommandText;
        costs.AddOrUpdate(command.CommandText, new Cost(1, 0), (_, cost) => cost with { Runs = cost.Runs + 1 });
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }

    private StrongBox<string> Watch(DbConnection connection)
    {
        var now = new StrongBox<string>("");
        raw.sqlite3_progress_handler(((SqliteConnection)connection).Handle, Grain, _ =>
        {
            costs.AddOrUpdate(now.Value!, new Cost(0, Grain), (_, cost) => cost with { Steps = cost.Steps + Grain });
            return 0;
        }, null);
        return now;
    }

    public readonly record struct Cost(int Runs, long Steps)
    {
        public double EachRun => Steps / (double)Math.Max(1, Runs);
    }
}
