using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Desk;

/// <summary>Saves an edited product, unless somebody else saved it since it was opened.</summary>
internal sealed class ChangeProduct(StoreDb db, ProductEditor editor)
{
    public async Task<ProductAnswer> Handle(ProductId id, ProductRequest request, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        product.Expect(request.Version);
        await editor.Write(product, request.Draft(product.CurrentFiles), request.Status, ct);
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    public static async Task<Ok<ProductAnswer>> Endpoint(ProductId id, ProductRequest request, ChangeProduct change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(id, request, ct));
}
