namespace Emporium.Platform.Data.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and every commit waits for the disk. Writers stand in a line in memory instead of colliding
/// inside SQLite; those who stand there together share one transaction and one wait. Nobody is answered before the commit. All write
/// on one connection, whose memory of the file therefore stays true: a commit makes every other connection read its pages again.
/// </summary>
public sealed class WriteGate(string connectionString) : IAsyncDisposable
{
    private const int Largest = 64;
    private readonly StoreConnection writer = new(connectionString);
    private readonly SemaphoreSlim turn = new(1, 1);
    private int waiting;
    private WriteGroup? open;

    /// <summary>Runs the work in a transaction and returns when it is on disk. Work that throws leaves nothing behind and harms nobody it shares with.</summary>
    internal async Task<T> Write<T>(StoreDb db, Func<Task<T>> work, CancellationToken ct)
    {
        // Whoever has been counted here must take the turn, because the one before leaves the commit to them: no cancellation.
        Interlocked.Increment(ref waiting);
        await turn.WaitAsync(CancellationToken.None);
        Interlocked.Decrement(ref waiting);
        var group = open;
        try
        {
            ct.ThrowIfCancellationRequested();
            group = open ??= await WriteGroup.Begin(writer, ct);
            return await group.Join(db, work);
        }
        finally
        {
            try
            {
                if (group is not null && (Volatile.Read(ref waiting) == 0 || group.Members >= Largest)) await Close(group);
            }
            finally
            {
                turn.Release();
            }
            if (group is not null) await group.Ended;
        }
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private async Task Close(WriteGroup group)
    {
        open = null;
        await group.End();
    }
}
