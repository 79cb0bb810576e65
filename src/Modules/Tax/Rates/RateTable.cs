using System.Collections.Frozen;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tax.Rates;

/// <summary>
/// Every rate, in memory: they are few, and every checkout asks. A change in this process is seen at its commit, one made by
/// another node within seconds.
/// </summary>
internal sealed class RateTable(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private volatile Snapshot? current;
    private int generation;

    public async ValueTask<FrozenDictionary<string, TaxRate[]>> Read(StoreDb db, CancellationToken ct)
    {
        var now = clock.Now;
        if (current is { } known && now - known.At < Fresh && now >= known.At) return known.Rates;

        var before = Volatile.Read(ref generation);
        var rates = await db.Set<TaxRate>().AsNoTracking().OrderBy(r => r.Country).ThenByDescending(r => r.ValidFrom).ToListAsync(ct);
        var read = new Snapshot(now, rates.GroupBy(r => r.Country, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));

        // Rows read before a change that is committed by now would stay too long.
        if (before == Volatile.Read(ref generation)) current = read;
        return read.Rates;
    }

    public void Forget()
    {
        Interlocked.Increment(ref generation);
        current = null;
    }

    private sealed record Snapshot(DateTimeOffset At, FrozenDictionary<string, TaxRate[]> Rates);
}
