using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Desk;

/// <summary>Stores a file and makes it part of a product; one of the same name becomes the next version of it, for those who bought already too.</summary>
internal sealed class AddFile(StoreDb db, ProductEditor editor, IFiles files, UploadLimits limits, TimeProvider clock)
{
    /// <param name="note">What is new in it; buyers read it.</param>
    /// <param name="series">The file that it is the next version of; null goes by the name.</param>
    public async Task<ProductAnswer> Handle(ProductId id, string fileName, Stream content, CancellationToken ct, string note = "", ProductFileId? series = null)
    {
        if (!await db.Set<Product>().AnyAsync(p => p.Id == id, ct)) throw Refusal.NotFound("product");
        var name = FileNames.Clean(fileName);
        ProductRules.Note(note);
        await using var upload = new Upload(content, limits.MaxFileBytes);
        var mediaType = FileTypes.Of(name, await upload.Peek(ct));
        var stored = await files.Put(upload, ct);
        return await Attach(id, new(name, mediaType, stored.Sha256, stored.Size, note), series, ct);
    }

    /// <summary>Makes what is stored already part of the product.</summary>
    public async Task<ProductAnswer> Attach(ProductId id, ProductDraftFile file, ProductFileId? series, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        product.Receive(file, series, editor.By, clock);
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    /// <summary>The body is the file.</summary>
    public static async Task<Ok<ProductAnswer>> Endpoint(ProductId id, string name, Stream body, AddFile add, CancellationToken ct, string note = "", ProductFileId? versionOf = null) =>
        TypedResults.Ok(await add.Handle(id, name, body, ct, note, versionOf));

    public static async Task<IResult> Form(ProductId id, HttpRequest http, AddFile add, CancellationToken ct)
    {
        try
        {
            var sent = await UploadedFile.Of(http, ct);
            await add.Handle(id, sent.Name, sent.Content, ct, sent.Field("note"), ProductFileId.TryParse(sent.Field("versionOf"), null, out var series) ? series : null);
            return SeeOther.To($"/admin/products/{id}#files");
        }
        catch (Refusal refusal)
        {
            return ProductPage.Again(id, refusal);
        }
    }
}
