using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <summary>The currencies in which anything is sold, kept in memory: every page offers the choice. A change made by another node is seen within seconds.</summary>
internal sealed class CurrencyList(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private volatile Snapshot? current;
    private int generation;

    /// <returns>Codes in alphabetical order.</returns>
    public async ValueTask<IReadOnlyList<string>> Read(StoreDb db, CancellationToken ct)
    {
        var now = clock.Now;
        if (current is { } known && now - known.At < Fresh && now >= known.At) return known.Codes;

        var before = Volatile.Read(ref generation);
        var read = new Snapshot(now, await Load(db, ct));

        // Rows read before a change that is committed by now would stay too long.
        if (before == Volatile.Read(ref generation)) current = read;
        return read.Codes;
    }

    public void Forget()
    {
        Interlocked.Increment(ref generation);
        current = null;
    }

    // From one currency to the next along the index, instead of over every price.
    private static async Task<List<string>> Load(StoreDb db, CancellationToken ct)
    {
        var codes = new List<string>();
        for (var last = ""; ;)
        {
            var next = await db.Set<Price>()
                .Where(price => price.Currency.CompareTo(last) > 0 && db.Set<Product>().Any(p => p.Id == price.ProductId && p.Status == ProductStatus.Published))
                .OrderBy(price => price.Currency).Select(price => price.Currency).FirstOrDefaultAsync(ct);
            if (next is null) return codes;
            codes.Add(last = next);
        }
    }

    private sealed record Snapshot(DateTimeOffset At, IReadOnlyList<string> Codes);
}
