using Emporium.Platform.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog.Desk;

/// <summary>The desk's forms and the admin API: two doors to the same handlers.</summary>
internal static class DeskRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var upload = new RequestSizeLimitAttribute(routes.ServiceProvider.GetRequiredService<UploadLimits>().MaxRequestBytes);
        MapForms(routes.MapGroup("/admin/products").WithOrder(-1).RequireAuthorization(CatalogModule.Edit), upload);
        MapApi(routes.MapGroup("/api/v1/admin/products").WithTags("Products (admin)").RequireAuthorization(CatalogModule.Edit), upload);
    }

    private static void MapForms(RouteGroupBuilder products, RequestSizeLimitAttribute upload)
    {
        var token = new RequireAntiforgeryTokenAttribute();
        products.MapPost("", CreateProduct.Form).WithMetadata(token);
        products.MapPost("/{id}", ChangeProduct.Form).WithMetadata(token);
        products.MapPost("/{id}/files/{file}/archive", ArchiveFile.Form).WithMetadata(token);
        products.MapPost("/{id}/cover/remove", DressProduct.UndressForm).WithMetadata(token);

        // A token would stand in the body that is streamed to the store; the browser's own word for the origin does as well.
        products.MapPost("/{id}/files", AddFile.Form).RequireSameOrigin().WithMetadata(upload, RunsOnce.Instance);
        products.MapPost("/{id}/cover", DressProduct.Form).RequireSameOrigin().WithMetadata(upload, RunsOnce.Instance);
    }

    private static void MapApi(RouteGroupBuilder products, RequestSizeLimitAttribute upload)
    {
        products.MapPost("", CreateProduct.Endpoint).RequireIdempotencyKey().WithName("CreateProduct").WithSummary("Begins a product.");
        products.MapPut("/{id}", ChangeProduct.Endpoint).WithName("ChangeProduct").WithSummary("Replaces what a product says and costs. Names the version that was edited; an older one is refused.");
        products.MapPut("/{id}/files/{name}", AddFile.Endpoint).WithMetadata(upload, RunsOnce.Instance).WithName("PutProductFile").WithSummary("Stores the body as a file of the product; one of the same name is replaced.");
        products.MapDelete("/{id}/files/{file}", ArchiveFile.Endpoint).WithName("ArchiveProductFile").WithSummary("Takes a file out of the product; nothing is deleted.");
    }
}
