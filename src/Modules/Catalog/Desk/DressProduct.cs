using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Desk;

/// <summary>Gives a product a picture of the merchant's own, or its drawn cover back.</summary>
internal sealed class DressProduct(StoreDb db, ProductEditor editor, IFiles files, UploadLimits limits)
{
    public async Task Handle(ProductId id, string fileName, Stream content, CancellationToken ct)
    {
        await using var upload = new Upload(content, limits.MaxImageBytes);
        var mediaType = FileTypes.Of(fileName, await upload.Peek(ct));
        if (mediaType is not ("image/png" or "image/jpeg" or "image/webp")) throw Refusal.Invalid("product.cover_type", "A cover is a PNG, JPEG or WebP picture.", "cover");
        var stored = await files.Put(upload, ct);
        await Dress(id, stored.Sha256, mediaType, ct);
    }

    public Task Undress(ProductId id, CancellationToken ct) => Dress(id, null, null, ct);

    public static async Task<IResult> Form(ProductId id, HttpRequest http, DressProduct dress, CancellationToken ct)
    {
        try
        {
            var (name, content) = await UploadedFile.Of(http, ct);
            await dress.Handle(id, name, content, ct);
            return SeeOther.To($"/admin/products/{id}?saved");
        }
        catch (Refusal refusal)
        {
            return ProductPage.Again(id, refusal, null);
        }
    }

    public static async Task<IResult> UndressForm(ProductId id, DressProduct dress, CancellationToken ct)
    {
        await dress.Undress(id, ct);
        return SeeOther.To($"/admin/products/{id}?saved");
    }

    private async Task Dress(ProductId id, string? sha256, string? mediaType, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        product.Dress(sha256, mediaType);
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
    }
}
