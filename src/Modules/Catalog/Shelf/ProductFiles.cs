using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;

namespace Emporium.Catalog.Shelf;

/// <summary>The current files of each product, so that an update reaches everyone who bought it. A file that was taken out is still found by its id.</summary>
internal sealed class ProductFiles(StoreDb db, ShelfQueries queries) : IProductFiles
{
    public async Task<IReadOnlyList<ProductFile>> Of(IReadOnlyCollection<ProductId> products, CancellationToken ct)
    {
        var files = new List<ProductFile>();
        await foreach (var file in queries.FilesOf(db, [.. products.Distinct()]).WithCancellation(ct)) files.Add(file);
        return files;
    }

    public Task<ProductFile?> Find(ProductFileId id, CancellationToken ct) => queries.FileById(db, id, ct);
}
