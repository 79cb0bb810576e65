using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Desk;

/// <summary>Takes a file out of a product, or makes an earlier version the current one again. Nothing is deleted, and links to it keep working.</summary>
internal sealed class ArchiveFile(StoreDb db, ProductEditor editor, TimeProvider clock)
{
    public Task<ProductAnswer> Handle(ProductId id, ProductFileId file, CancellationToken ct) => Change(id, product => product.TakeOut(file, clock.Now), ct);

    public Task<ProductAnswer> Restore(ProductId id, ProductFileId file, CancellationToken ct) => Change(id, product => product.Restore(file, clock.Now), ct);

    public static async Task<NoContent> Endpoint(ProductId id, ProductFileId file, ArchiveFile archive, CancellationToken ct)
    {
        await archive.Handle(id, file, ct);
        return TypedResults.NoContent();
    }

    public static async Task<Ok<ProductAnswer>> RestoreEndpoint(ProductId id, ProductFileId file, ArchiveFile archive, CancellationToken ct) =>
        TypedResults.Ok(await archive.Restore(id, file, ct));

    public static Task<IResult> Form(ProductId id, ProductFileId file, ArchiveFile archive, CancellationToken ct) => Again(id, () => archive.Handle(id, file, ct));

    public static Task<IResult> RestoreForm(ProductId id, ProductFileId file, ArchiveFile archive, CancellationToken ct) => Again(id, () => archive.Restore(id, file, ct));

    private async Task<ProductAnswer> Change(ProductId id, Action<Product> change, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        change(product);
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    private static async Task<IResult> Again(ProductId id, Func<Task> act)
    {
        try
        {
            await act();
            return SeeOther.To($"/admin/products/{id}#files");
        }
        catch (Refusal refusal)
        {
            return ProductPage.Again(id, refusal);
        }
    }
}
