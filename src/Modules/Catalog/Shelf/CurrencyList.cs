using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <summary>The currencies in which anything is sold, kept in memory until the catalog changes: every page offers the choice.</summary>
internal sealed class CurrencyList(IFreshness freshness)
{
    private volatile Snapshot? current;

    /// <returns>Codes in alphabetical order.</returns>
    public async ValueTask<IReadOnlyList<string>> Read(StoreDb db, CancellationToken ct)
    {
        // The stamp before the rows: a change in between is read now and once more next time, never missed.
        var stamp = freshness.Of(ProductEditor.Tag);
        if (current is { } known && known.Stamp == stamp) return known.Codes;
        current = new Snapshot(stamp, await Load(db, ct));
        return current.Codes;
    }

    // From one currency to the next along the index, instead of over every price.
    private static async Task<List<string>> Load(StoreDb db, CancellationToken ct)
    {
        var codes = new List<string>();
        for (var last = ""; ;)
        {
            var next = await db.Set<Price>()
                .Where(price => price.Currency.CompareTo(last) > 0 && db.Set<Product>().Any(p => p.Id == price.ProductId && (p.Status == ProductStatus.Published || p.Status == ProductStatus.Unlisted)))
                .OrderBy(price => price.Currency).Select(price => price.Currency).FirstOrDefaultAsync(ct);
            if (next is null) return codes;
            codes.Add(last = next);
        }
    }

    private sealed record Snapshot(string Stamp, IReadOnlyList<string> Codes);
}
