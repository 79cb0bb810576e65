using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Products;

/// <inheritdoc cref="IStoredSize"/>
internal sealed class FileSizes(StoreDb db) : IStoredSize
{
    public async Task<StoredSize> Sum(CancellationToken ct)
    {
        var current = db.Set<Attachment>().Where(f => f.ArchivedAt == null);
        return new(await current.CountAsync(ct), await current.SumAsync(f => f.Size, ct));
    }
}
