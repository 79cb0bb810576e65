using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Desk;

/// <summary>Begins a product.</summary>
internal sealed class CreateProduct(StoreDb db, ProductEditor editor, Idempotency idempotency)
{
    public async Task<ProductAnswer> Handle(ProductRequest request, CancellationToken ct)
    {
        if (idempotency.Resource is { } earlier) return ProductAnswer.Of(await editor.Get(EntityId.Parse<ProductId>(earlier), ct));

        var product = editor.Begin();
        await editor.Write(product, request.Draft([]), request.Status, ct);
        idempotency.Creates(product.Id.ToString());
        await db.SaveChangesAsync(ct);
        return ProductAnswer.Of(product);
    }

    public static async Task<Created<ProductAnswer>> Endpoint(ProductRequest request, CreateProduct create, CancellationToken ct)
    {
        var created = await create.Handle(request, ct);
        return TypedResults.Created($"/api/v1/admin/products/{created.Id}", created);
    }

    public static async Task<IResult> Form(HttpRequest http, CreateProduct create, CancellationToken ct)
    {
        var form = ProductFields.Typed.Read(await http.ReadFormAsync(ct));
        try
        {
            var created = await create.Handle(form.Request(), ct);
            return SeeOther.To($"/admin/products/{created.Id}");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<NewProductPage>(new { Typed = form, Refused = refusal }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
