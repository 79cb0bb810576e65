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
        var form = await http.ReadFormAsync(ct);
        var typed = ProductFields.Typed.Empty with { Title = form["title"].ToString(), Kind = form["kind"].ToString(), Slug = form["slug"].ToString() };
        try
        {
            var begun = typed.Request() with { Status = ProductStatus.Draft };
            var created = await create.Handle(begun.Slug.Length > 0 ? begun : begun with { Slug = SlugWords.Of(begun.Title) }, ct);
            return SeeOther.To($"/admin/products/{created.Id}");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<NewProductPage>(new { Typed = typed, Refused = refusal }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
