using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Desk;

/// <summary>Takes a file out of a product. It stays stored, and links to it keep working.</summary>
internal sealed class ArchiveFile(StoreDb db, ProductEditor editor, TimeProvider clock)
{
    public async Task Handle(ProductId id, ProductFileId file, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        if (product.CurrentFiles.All(f => f.Id != file)) throw Refusal.NotFound("file");
        product.Hold([.. product.CurrentFiles.Where(f => f.Id != file).Select(f => new ProductDraftFile(f.Name, f.MediaType, f.Sha256, f.Size))], clock);
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<NoContent> Endpoint(ProductId id, ProductFileId file, ArchiveFile archive, CancellationToken ct)
    {
        await archive.Handle(id, file, ct);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> Form(ProductId id, ProductFileId file, ArchiveFile archive, CancellationToken ct)
    {
        await archive.Handle(id, file, ct);
        return SeeOther.To($"/admin/products/{id}?saved");
    }
}
