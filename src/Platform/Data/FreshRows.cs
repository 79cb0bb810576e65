using System.Collections.Concurrent;

namespace Emporium.Platform.Data;

/// <summary>
/// What this process has just written for a background worker, which therefore need not look for it. A hint and no more: what a
/// crash, or a line that is too long, forgets, the worker's next look at the table finds.
/// </summary>
public sealed class FreshRows<T>
{
    private const int Longest = 10_000;
    private readonly ConcurrentQueue<T> rows = new();
    private readonly SemaphoreSlim bell = new(0);

    public void Add(T row)
    {
        if (rows.Count >= Longest) return;
        rows.Enqueue(row);
        bell.Release();
    }

    /// <returns>In the order written; empty when nothing came in time.</returns>
    public async Task<IReadOnlyList<T>> Take(int most, TimeSpan patience, CancellationToken ct)
    {
        var taken = new List<T>();
        if (!await bell.WaitAsync(patience, ct)) return taken;
        do
        {
            if (rows.TryDequeue(out var row)) taken.Add(row);
        }
        while (taken.Count < most && bell.Wait(0, CancellationToken.None));
        return taken;
    }
}
