using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <inheritdoc cref="IPublishedWorks"/>
internal sealed class PublishedWorks(StoreDb db) : IPublishedWorks
{
    public Task<ProductId?> Find(string slug, CancellationToken ct) =>
        db.Set<Product>().Where(p => p.Slug == slug && p.Status == ProductStatus.Published).Select(p => (ProductId?)p.Id).SingleOrDefaultAsync(ct);
}
