using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Desk;

/// <summary>Stores a file and makes it part of a product; one of the same name is replaced, for those who bought already too.</summary>
internal sealed class AddFile(StoreDb db, ProductEditor editor, IFiles files, UploadLimits limits, TimeProvider clock)
{
    public async Task<ProductAnswer> Handle(ProductId id, string fileName, Stream content, CancellationToken ct)
    {
        if (!await db.Set<Product>().AnyAsync(p => p.Id == id, ct)) throw Refusal.NotFound("product");
        var name = FileNames.Clean(fileName);
        await using var upload = new Upload(content, limits.MaxFileBytes);
        var mediaType = FileTypes.Of(name, await upload.Peek(ct));
        var stored = await files.Put(upload, ct);

        var product = await editor.Get(id, ct);
        var others = product.CurrentFiles.Where(f => !f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => new ProductDraftFile(f.Name, f.MediaType, f.Sha256, f.Size));
        product.Hold([.. others, new ProductDraftFile(name, mediaType, stored.Sha256, stored.Size)], clock);
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    /// <summary>The body is the file.</summary>
    public static async Task<Ok<ProductAnswer>> Endpoint(ProductId id, string name, Stream body, AddFile add, CancellationToken ct) =>
        TypedResults.Ok(await add.Handle(id, name, body, ct));

    public static async Task<IResult> Form(ProductId id, HttpRequest http, AddFile add, CancellationToken ct)
    {
        try
        {
            var (name, content) = await UploadedFile.Of(http, ct);
            await add.Handle(id, name, content, ct);
            return SeeOther.To($"/admin/products/{id}?saved");
        }
        catch (Refusal refusal)
        {
            return ProductPage.Again(id, refusal, null);
        }
    }
}
