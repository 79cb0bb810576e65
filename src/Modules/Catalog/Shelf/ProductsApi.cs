using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Platform;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog.Shelf;

/// <summary>The catalog for programs: the same for everybody, so shared like the pages.</summary>
internal static class ProductsApi
{
    /// <param name="Cover">Absolute address of the picture; it changes when the product does.</param>
    /// <param name="Pictures">What was uploaded, the cover first; lists hold the cover alone.</param>
    /// <param name="DescriptionHtml">Sanitized; on a single product only.</param>
    public sealed record Product(
        ProductId Id, string Slug, string Url, string Kind, string Title, string Subtitle, string Byline, string Pitch, string Cover,
        IReadOnlyList<Money> Prices, IReadOnlyList<ProductCard.File> Files, bool IssuesLicense, int? DownloadLimit, int RefundDays,
        DateTimeOffset PublishedAt, IReadOnlyList<Picture> Pictures, string? DescriptionHtml = null);

    /// <param name="Alt">What it shows; empty where it only decorates.</param>
    /// <param name="Width">In pixels; 0 where it is unknown.</param>
    /// <param name="Height">In pixels; 0 where it is unknown.</param>
    public sealed record Picture(string Url, string Alt, int Width, int Height);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var products = routes.MapGroup("/api/v1/products").WithTags("Products").AllowAnonymous().CacheOutput("public").RequireRateLimiting(RateLimits.Api);
        products.MapGet("", List).WithName("ListProducts").WithSummary("What is for sale, newest first; with q, what matches all its words.");
        products.MapGet("/{slug}", Get).WithName("GetProduct").WithSummary("One product. 301 where it has another address now; 410 where it was sold once and is no longer.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Ok<Page<Product>>> List(
        Shelves shelves, StoreAddress address, CancellationToken ct, string? q = null, string? cursor = null, [Range(1, 100)] int limit = 24) =>
        TypedResults.Ok((await shelves.List(q, Cursor.Parse(cursor), limit, ct)).Select(card => Of(card, address)));

    private static async Task<Results<Ok<Product>, RedirectHttpResult>> Get(string slug, Shelves shelves, StoreAddress address, CancellationToken ct)
    {
        try
        {
            var found = await shelves.Get(slug, ct);
            return TypedResults.Ok(Of(found.Card, address) with { DescriptionHtml = found.DescriptionHtml });
        }
        catch (Refusal unknown) when (unknown.Kind is RefusalKind.NotFound)
        {
            if (await shelves.MovedTo(slug, ct) is not { } moved) throw;
            return TypedResults.Redirect($"/api/v1/products/{moved}", permanent: true);
        }
    }

    private static Product Of(ProductCard card, StoreAddress address) => new(
        card.Id, card.Slug, address.To(card.Path), card.Kind, card.Title, card.Subtitle, card.Byline, card.Pitch, address.To(card.CoverPath),
        card.Prices, card.Files, card.IssuesLicense, card.DownloadLimit, card.RefundDays, card.PublishedAt,
        [.. card.Pictures.Select(p => new Picture(address.To(p.Path), p.Alt, p.Width, p.Height))]);
}
