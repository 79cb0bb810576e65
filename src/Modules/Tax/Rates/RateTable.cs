using System.Collections.Frozen;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tax.Rates;

/// <summary>Every rate, in memory: they are few, and every checkout asks. Read again when the stamp of the rates has changed.</summary>
internal sealed class RateTable(IFreshness freshness)
{
    public const string Tag = "tax";

    private volatile Snapshot? current;

    public async ValueTask<FrozenDictionary<string, TaxRate[]>> Read(StoreDb db, CancellationToken ct)
    {
        // The stamp before the rows: a change in between is read now and once more next time, never missed.
        var stamp = freshness.Of(Tag);
        if (current is { } known && known.Stamp == stamp) return known.Rates;

        var rates = await db.Set<TaxRate>().AsNoTracking().OrderBy(r => r.Country).ThenByDescending(r => r.ValidFrom).ToListAsync(ct);
        current = new Snapshot(stamp, rates.GroupBy(r => r.Country, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));
        return current.Rates;
    }

    private sealed record Snapshot(string Stamp, FrozenDictionary<string, TaxRate[]> Rates);
}
