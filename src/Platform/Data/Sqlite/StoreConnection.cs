using System.Data;
using Microsoft.Data.Sqlite;

namespace Emporium.Platform.Data.Sqlite;

/// <summary>
/// A connection that stays open from its first use until it is disposed, and remembers its prepared statements. Opening one registers
/// functions and runs pragmas, and preparing a statement costs more than running most of them.
/// </summary>
internal sealed class StoreConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int Most = 128;

    private readonly Dictionary<string, Statement> idle = new(StringComparer.Ordinal);
    private bool isEnding;

    /// <summary>True while its context works on another connection: a context disposes of what it lays aside, and this one comes back.</summary>
    internal bool IsLaidAside { get; set; }

    public override void Open()
    {
        if (State is not ConnectionState.Open) base.Open();
    }

    /// <summary>Does nothing: the context that is done with it for now comes back.</summary>
    public override void Close()
    {
        if (isEnding) base.Close();
    }

    public override SqliteCommand CreateCommand() => new Statement { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>A statement of this text that was prepared before and is not in use; null where there is none.</summary>
    internal Statement? Take(string text) => idle.Remove(text, out var statement) ? statement : null;

    /// <returns>False where it cannot be kept and must be disposed of.</returns>
    internal bool Keep(Statement statement) => !isEnding && idle.Count < Most && idle.TryAdd(statement.CommandText, statement);

    protected override void Dispose(bool disposing)
    {
        if (IsLaidAside) return;
        isEnding = true;
        foreach (var statement in idle.Values) statement.Dispose();
        idle.Clear();
        base.Dispose(disposing);
        isEnding = false;
    }
}
