using System.Data;
using System.Data.Common;

namespace Emporium.Platform.Data.Copying;

/// <summary>
/// Carries every row from one database to another that is migrated and empty, in one transaction on each side, and compares what
/// arrived with what was sent. When it fails, nothing was written.
/// </summary>
internal sealed class CopyStore(IReadOnlyList<CopiedTable> source, IReadOnlyList<CopiedTable> target, Action<string> say)
{
    /// <returns>How many rows were carried.</returns>
    /// <exception cref="InvalidOperationException">The other database holds rows, or not everything arrived.</exception>
    public async Task<long> Run(DbConnection from, DbConnection to, CancellationToken ct)
    {
        // On SQLite this reads one state of the file while others write; on PostgreSQL it is a snapshot.
        await using var reading = await from.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var writing = await to.BeginTransactionAsync(ct);
        foreach (var table in target)
        {
            if (!await RowReader.IsEmpty(writing, table, ct))
                throw new InvalidOperationException($"The other database is not empty: {table.Name} holds rows. Give a database of its own to the copy.");
        }

        var rows = 0L;
        foreach (var table in source) rows += await Copy(reading, writing, table, target.Single(t => t.Name == table.Name), ct);
        await writing.CommitAsync(ct);
        return rows;
    }

    private async Task<long> Copy(DbTransaction reading, DbTransaction writing, CopiedTable source, CopiedTable to, CancellationToken ct)
    {
        var from = source with { Columns = [.. to.Columns.Select(c => source.Columns.Single(s => s.Name == c.Name))] };
        var sent = new TableDigest(from);
        await using (var writer = await RowWriter.Open(writing, to, ct))
        {
            await foreach (var row in RowReader.Read(reading, from, ct))
            {
                sent.Add(row);
                await writer.Write(row, ct);
            }
            await writer.Complete(ct);
        }

        var arrived = new TableDigest(to);
        await foreach (var row in RowReader.Read(writing, to, ct)) arrived.Add(row);
        if (sent.ToString() != arrived.ToString()) throw new InvalidOperationException($"{to.Name} did not arrive as it was sent ({sent} and {arrived}). Nothing was written.");
        if (sent.Rows > 0) say($"{to.Name,-34} {sent.Rows,12:N0}");
        return sent.Rows;
    }
}
