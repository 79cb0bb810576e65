using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Products;

internal sealed class ProductNames(StoreDb db) : IProductNames
{
    private const int Most = 500;

    public async Task<IReadOnlyList<ProductName>> All(CancellationToken ct)
    {
        var products = await Named(db.Set<Product>().OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(Most)).ToListAsync(ct);
        return [.. products.OrderBy(p => p.Title, StringComparer.InvariantCultureIgnoreCase)];
    }

    public async Task<IReadOnlyDictionary<ProductId, string>> Titles(IReadOnlyCollection<ProductId> products, CancellationToken ct) =>
        await Named(db.Set<Product>().Where(p => products.Contains(p.Id))).ToDictionaryAsync(p => p.Id, p => p.Title, ct);

    private static IQueryable<ProductName> Named(IQueryable<Product> products) =>
        products.AsNoTracking().Select(p => new ProductName(p.Id, p.Texts.Select(t => t.Title).FirstOrDefault() ?? p.Slug));
}
