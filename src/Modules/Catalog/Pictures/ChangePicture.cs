using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Pictures;

/// <summary>Says what a picture shows, puts it in its place, or takes it away.</summary>
internal sealed class ChangePicture(StoreDb db, ProductEditor editor)
{
    /// <param name="Place">From 0, the cover; left out, it stays where it is.</param>
    public sealed record Request([property: StringLength(ProductRules.MaxAlt)] string Alt = "", bool IsDecorative = false, [property: Range(0, ProductRules.MaxPictures)] int? Place = null);

    public async Task<PictureAnswer> Handle(ProductId id, PictureId pictureId, Request request, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        var picture = product.PictureOf(pictureId);
        picture.Describe(request.Alt, request.IsDecorative);
        if (request.Place is { } place) product.Place(pictureId, place);
        await Save(product, ct);
        return PictureAnswer.Of(picture);
    }

    public async Task Remove(ProductId id, PictureId picture, CancellationToken ct)
    {
        var product = await editor.Get(id, ct);
        product.Remove(picture);
        await Save(product, ct);
    }

    public static async Task<Ok<PictureAnswer>> Endpoint(ProductId id, PictureId picture, Request request, ChangePicture change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(id, picture, request, ct));

    public static async Task<NoContent> RemoveEndpoint(ProductId id, PictureId picture, ChangePicture change, CancellationToken ct)
    {
        await change.Remove(id, picture, ct);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> Form(ProductId id, PictureId picture, HttpRequest http, ChangePicture change, CancellationToken ct)
    {
        try
        {
            var form = await http.ReadFormAsync(ct);
            var place = int.TryParse(form["place"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null;
            await change.Handle(id, picture, new(form["alt"].ToString(), form.ContainsKey("isDecorative"), place), ct);
            return SeeOther.To($"/admin/products/{id}#pictures");
        }
        catch (Refusal refusal)
        {
            return ProductPage.Again(id, refusal);
        }
    }

    public static async Task<IResult> RemoveForm(ProductId id, PictureId picture, ChangePicture change, CancellationToken ct)
    {
        await change.Remove(id, picture, ct);
        return SeeOther.To($"/admin/products/{id}#pictures");
    }

    private async Task Save(Product product, CancellationToken ct)
    {
        await editor.Settle(product, product.Status, ct);
        await db.SaveChangesAsync(ct);
    }
}
