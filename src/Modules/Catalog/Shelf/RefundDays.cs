using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <inheritdoc cref="IRefundDays"/>
internal sealed class RefundDays(StoreDb db) : IRefundDays
{
    public async Task<RefundRange?> Range(CancellationToken ct)
    {
        var days = db.Set<Product>().Where(p => p.Status == ProductStatus.Published && p.Prices.Any(price => price.AmountMinor > 0)).Select(p => (int?)p.RefundDays);
        return await days.OrderBy(d => d).FirstOrDefaultAsync(ct) is { } least
            ? new(least, await days.OrderByDescending(d => d).FirstOrDefaultAsync(ct) ?? least)
            : null;
    }
}
