using Emporium.Catalog.Desk.Bulk;
using Emporium.Catalog.Drafting;
using Emporium.Catalog.Pictures;
using Emporium.Catalog.Uploads;
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
        var limits = routes.ServiceProvider.GetRequiredService<UploadLimits>();
        var (file, picture) = (new RequestSizeLimitAttribute(limits.MaxRequestBytes), new RequestSizeLimitAttribute(limits.MaxImageRequestBytes));
        var forms = routes.MapGroup("/admin/products").WithOrder(-1).RequireAuthorization(CatalogModule.Edit);
        MapForms(forms.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()), picture);
        MapUploads(forms, file);

        var api = routes.MapGroup("/api/v1/admin/products").WithTags("Products (admin)").RequireAuthorization(CatalogModule.Edit);
        MapProducts(api);
        MapDrafts(api.MapGroup("/{id}"));
        MapFiles(api.MapGroup("/{id}"), file);
        MapPictures(api.MapGroup("/{id}/pictures"), picture);
    }

    private static void MapForms(RouteGroupBuilder products, RequestSizeLimitAttribute picture)
    {
        products.MapPost("", CreateProduct.Form).WithSummary("Makes a product.");
        products.MapPost("/prices", ChangePrices.Form).WithSummary("Changes prices of several products.");
        products.MapPost("/{id}/draft", SaveDraft.Form).WithSummary("Saves the draft of a product.");
        products.MapPost("/{id}/draft/discard", DiscardDraft.Form).WithSummary("Throws the draft of a product away.");
        products.MapPost("/{id}/merge", MergeDrafts.Form).WithSummary("Joins one’s draft with what somebody else saved.");
        products.MapPost("/{id}/publish", PublishDraft.Form).WithSummary("Publishes a product.");
        products.MapPost("/{id}/archive", ChangeStatus.ArchiveForm).WithSummary("Archives a product.");
        products.MapPost("/{id}/unarchive", ChangeStatus.WithdrawForm).WithSummary("Brings an archived product back.");
        products.MapPost("/{id}/withdraw", ChangeStatus.WithdrawForm).WithSummary("Takes a product out of the shop.");
        products.MapPost("/{id}/compare", CompareSent.Form).WithSummary("Compares two drafts of a product.");
        products.MapPost("/{id}/files/{file}/archive", ArchiveFile.Form).WithSummary("Archives a file of a product.");
        products.MapPost("/{id}/files/{file}/restore", ArchiveFile.RestoreForm).WithSummary("Brings an archived file of a product back.");
        products.MapPost("/{id}/uploads/{upload}/discard", EndUpload.Form).WithSummary("Throws an upload away.");
        products.MapPost("/{id}/pictures", AddPicture.Form).WithSummary("Adds a picture to a product.").WithMetadata(picture, RunsOnce.Instance);
        products.MapPost("/{id}/pictures/{picture}", ChangePicture.Form).WithSummary("Changes a picture of a product.");
        products.MapPost("/{id}/pictures/{picture}/remove", ChangePicture.RemoveForm).WithSummary("Removes a picture of a product.");
    }

    // A token would stand in the body that is streamed to the store; the browser's own word for the origin does as well.
    private static void MapUploads(RouteGroupBuilder products, RequestSizeLimitAttribute file)
    {
        products.MapPost("/{id}/files", AddFile.Form).WithSummary("Adds a file to a product.").RequireSameOrigin().WithMetadata(file, RunsOnce.Instance);
        products.MapPost("/{id}/uploads/{upload}", TakeUpload.Form).WithSummary("Adds an uploaded file to a product.").RequireSameOrigin().WithMetadata(RunsOnce.Instance);
    }

    private static void MapProducts(RouteGroupBuilder products)
    {
        products.MapPost("", CreateProduct.Endpoint).RequireIdempotencyKey().WithName("CreateProduct").WithSummary("Begins a product.");
        products.MapGet("/{id}", ReadProduct.Endpoint).WithName("ReadProduct").WithSummary("A product with everything its editor shows: the published text, your draft, all versions of its files, its pictures.");
        products.MapPut("/{id}", ChangeProduct.Endpoint).WithName("ChangeProduct").WithSummary("Replaces what a product says and costs. Names the version that was edited; an older one is refused.");
        products.MapPost("/price-changes", ChangePrices.Endpoint).WithMetadata(CreatesNothing.Instance).WithName("ChangePrices")
            .WithSummary("Changes prices of several products by a percentage or an amount. Without seen it only answers what would come of it.");
        products.MapPut("/{id}/archive", ChangeStatus.Archive).WithName("ArchiveProduct").WithSummary("Takes a product from the shelf for good; its address then answers 410.");
        products.MapDelete("/{id}/archive", ChangeStatus.Withdraw).WithName("UnarchiveProduct").WithSummary("Takes a product back to the desk, from the archive or from the shelf: only the staff sees it until it is published.");
    }

    private static void MapDrafts(RouteGroupBuilder product)
    {
        product.MapPut("/draft", SaveDraft.Endpoint).WithName("SaveDraft").WithSummary("Keeps what you have written beside the published text. Nothing in it is checked yet.");
        product.MapDelete("/draft", DiscardDraft.Endpoint).WithName("DiscardDraft").WithSummary("Throws your draft away.");
        product.MapPost("/publication", PublishDraft.Endpoint).WithMetadata(CreatesNothing.Instance).WithName("PublishDraft").WithSummary("Makes your draft the published text. 409 where somebody published since it was begun.");
    }

    private static void MapFiles(RouteGroupBuilder product, RequestSizeLimitAttribute file)
    {
        product.MapPut("/files/{name}", AddFile.Endpoint).WithMetadata(file, RunsOnce.Instance).WithName("PutProductFile").WithSummary("Stores the body as a file of the product; one of the same name becomes its next version.");
        product.MapPut("/uploads/{upload}", TakeUpload.Endpoint).WithMetadata(RunsOnce.Instance).WithName("TakeUpload").WithSummary("Makes a finished resumable upload a file of the product, or the next version of one.");
        product.MapDelete("/files/{file}", ArchiveFile.Endpoint).WithName("ArchiveProductFile").WithSummary("Takes a file out of the product; nothing is deleted.");
        product.MapPut("/files/{file}/restoration", ArchiveFile.RestoreEndpoint).WithName("RestoreProductFile").WithSummary("Makes an earlier version of a file the current one, or puts back what was taken out.");
    }

    private static void MapPictures(RouteGroupBuilder pictures, RequestSizeLimitAttribute picture)
    {
        pictures.MapPost("", AddPicture.Endpoint).WithMetadata(picture, RunsOnce.Instance).RequireIdempotencyKey().WithName("AddPicture").WithSummary("Adds the body as a picture of the product.");
        pictures.MapPut("/{picture}", ChangePicture.Endpoint).WithName("ChangePicture").WithSummary("Says what a picture shows, and puts it in its place.");
        pictures.MapPut("/{picture}/copies", AddPicture.CopyEndpoint).WithMetadata(picture, RunsOnce.Instance).WithName("AddPictureCopy").WithSummary("Adds the body as a smaller copy: WebP, 480, 960 or 1,600 pixels wide.");
        pictures.MapDelete("/{picture}", ChangePicture.RemoveEndpoint).WithName("RemovePicture").WithSummary("Takes a picture away.");
    }
}
