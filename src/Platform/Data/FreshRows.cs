using System.Collections.Concurrent;

namespace Emporium.Payments;

/// <summary>
/// Rows that this process has just written for a background worker, which therefore need not wait for its next look. A hint and no
/// more: what a crash forgets, the next look at the table finds.
/// </summary>
internal sealed class FreshRows<TId> where TId : struct, IEntityId<TId>
{
    private readonly ConcurrentQueue<TId> rows = new();
    private readonly SemaphoreSlim bell = new(0);

    public void Add(TId row)
    {
        rows.Enqueue(row);
        bell.Release();
    }

    /// <returns>In the order written; empty when nothing came in time.</returns>
    public async Task<IReadOnlyList<TId>> Take(int most, TimeSpan patience, CancellationToken ct)
    {
        var taken = new List<TId>();
        if (!await bell.WaitAsync(patience, ct)) return taken;
        do
        {
            if (rows.TryDequeue(out var row)) taken.Add(row);
        }
        while (taken.Count < most && bell.Wait(0, CancellationToken.None));
        return taken;
    }
}
