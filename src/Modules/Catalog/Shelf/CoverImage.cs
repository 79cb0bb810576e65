using System.Globalization;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Ui;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Shelf;

/// <summary>The drawn cover of a product; where a picture was uploaded, the way to that. Its address holds the product's version, so it is kept for ever.</summary>
internal static class CoverImage
{
    public static async Task<IResult> Endpoint(string name, HttpContext http, StoreDb db, ShelfQueries queries, CancellationToken ct)
    {
        var parts = name.Split('.');
        var found = parts.Length == 3 ? await queries.BySlug(db, parts[0], ct) : null;
        if (found is null or { Status: ProductStatus.Draft }) throw Refusal.NotFound("cover");
        if (found.Card.Cover is { } uploaded) return Results.Redirect(uploaded.Path);

        // A page that is a moment old asks for the last version: it gets this one, and keeps it for that moment.
        var isCurrent = parts[1] == found.Card.Version.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "public, max-age=10";
        return Results.Text(Draw(found.Card), "image/svg+xml");
    }

    private static string Draw(ProductCard card)
    {
        var kind = ProductKind.Of(card.Kind);
        return CoverSvg.Render(kind.Word, card.Title, card.Byline, card.CoverSeed.ToString(CultureInfo.InvariantCulture), kind.Shape);
    }
}
