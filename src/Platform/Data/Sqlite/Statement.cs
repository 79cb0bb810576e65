using Microsoft.Data.Sqlite;

namespace Emporium.Platform.Data.Sqlite;

/// <summary>A command that goes back to its connection when it is disposed, with what was prepared.</summary>
internal sealed class Statement : SqliteCommand
{
    /// <summary>True for a statement of the store's that has not failed.</summary>
    public bool IsKept { get; set; }

    /// <summary>Takes the place of a new command with the same text.</summary>
    public void Become(SqliteCommand fresh)
    {
        Transaction = fresh.Transaction;
        CommandTimeout = fresh.CommandTimeout;
        foreach (SqliteParameter parameter in fresh.Parameters) Parameters.Add(parameter);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && IsKept && DataReader is null && Connection is StoreConnection home)
        {
            Parameters.Clear();
            Transaction = null;
            if (home.Keep(this)) return;
        }
        base.Dispose(disposing);
    }
}
