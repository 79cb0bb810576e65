using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <summary>The current files of each product, so that an update reaches everyone who bought it. A file that was taken out is still found by its id.</summary>
internal sealed class ProductFiles(StoreDb db) : IProductFiles
{
    private static readonly Func<StoreDb, ProductId[], IAsyncEnumerable<ProductFile>> Current = EF.CompileAsyncQuery(
        (StoreDb db, ProductId[] products) => db.Set<Attachment>().AsNoTracking()
            .Where(f => products.Contains(f.ProductId) && f.ArchivedAt == null)
            .OrderBy(f => f.ProductId).ThenBy(f => f.Position)
            .Select(f => new ProductFile(f.Id, f.ProductId, f.Name, f.MediaType, f.Sha256, f.Size)));

    private static readonly Func<StoreDb, ProductFileId, CancellationToken, Task<ProductFile?>> ById = EF.CompileAsyncQuery(
        (StoreDb db, ProductFileId id, CancellationToken _) => db.Set<Attachment>().AsNoTracking()
            .Where(f => f.Id == id)
            .Select(f => new ProductFile(f.Id, f.ProductId, f.Name, f.MediaType, f.Sha256, f.Size))
            .SingleOrDefault());

    public async Task<IReadOnlyList<ProductFile>> Of(IReadOnlyCollection<ProductId> products, CancellationToken ct)
    {
        var files = new List<ProductFile>();
        await foreach (var file in Current(db, [.. products.Distinct()]).WithCancellation(ct)) files.Add(file);
        return files;
    }

    public Task<ProductFile?> Find(ProductFileId id, CancellationToken ct) => ById(db, id, ct);
}
