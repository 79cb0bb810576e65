using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Products;

internal sealed class ProductNames(StoreDb db) : IProductNames
{
    private const int Most = 500;

    public async Task<IReadOnlyList<ProductName>> All(CancellationToken ct)
    {
        var products = await db.Set<Product>().AsNoTracking().OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(Most)
            .Select(p => new { p.Id, Title = p.Texts.Select(t => t.Title).FirstOrDefault() ?? p.Slug }).ToListAsync(ct);
        return [.. products.OrderBy(p => p.Title, StringComparer.InvariantCultureIgnoreCase).Select(p => new ProductName(p.Id, p.Title))];
    }
}
