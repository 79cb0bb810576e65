using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Desk;

/// <summary>Archives a product, or takes it back to the desk: from the archive, or from the shelf. Nothing that money points at is deleted.</summary>
internal sealed class ChangeStatus(StoreDb db, ProductEditor editor)
{
    public async Task<ProductAnswer> Handle(ProductId id, ProductStatus status, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        await editor.Settle(product, status, ct);
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    public static async Task<Ok<ProductAnswer>> Archive(ProductId id, ChangeStatus change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(id, ProductStatus.Archived, ct));

    public static async Task<Ok<ProductAnswer>> Withdraw(ProductId id, ChangeStatus change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(id, ProductStatus.Draft, ct));

    public static async Task<IResult> ArchiveForm(ProductId id, ChangeStatus change, CancellationToken ct)
    {
        await change.Handle(id, ProductStatus.Archived, ct);
        return SeeOther.To($"/admin/products/{id}?archived");
    }

    public static async Task<IResult> WithdrawForm(ProductId id, ChangeStatus change, CancellationToken ct)
    {
        await change.Handle(id, ProductStatus.Draft, ct);
        return SeeOther.To($"/admin/products/{id}?withdrawn");
    }
}
