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
    /// <param name="DescriptionHtml">Sanitized; on a single product only.</param>
    public sealed record Product(
        ProductId Id, string Slug, string Url, string Kind, string Title, string Subtitle, string Byline, string Pitch, string Cover,
        IReadOnlyList<Money> Prices, IReadOnlyList<ProductCard.File> Files, bool IssuesLicense, int? DownloadLimit, int RefundDays,
        DateTimeOffset PublishedAt, string? DescriptionHtml = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var products = routes.MapGroup("/api/v1/products").WithTags("Products").AllowAnonymous().CacheOutput("public").RequireRateLimiting(RateLimits.Api);
        products.MapGet("", List).WithName("ListProducts").WithSummary("What is for sale, newest first; with q, what matches all its words.");
        products.MapGet("/{slug}", Get).WithName("GetProduct").WithSummary("One product. 410 where it was sold once and is no longer.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Ok<Page<Product>>> List(
        Shelves shelves, StoreAddress address, CancellationToken ct, string? q = null, string? cursor = null, [Range(1, 100)] int limit = 24) =>
        TypedResults.Ok((await shelves.List(q, Cursor.Parse(cursor), limit, ct)).Select(card => Of(card, address)));

    private static async Task<Ok<Product>> Get(string slug, Shelves shelves, StoreAddress address, CancellationToken ct)
    {
        var found = await shelves.Get(slug, ct);
        return TypedResults.Ok(Of(found.Card, address) with { DescriptionHtml = found.DescriptionHtml });
    }

    private static Product Of(ProductCard card, StoreAddress address) => new(
        card.Id, card.Slug, address.To(card.Path), card.Kind, card.Title, card.Subtitle, card.Byline, card.Pitch, address.To(card.CoverPath),
        card.Prices, card.Files, card.IssuesLicense, card.DownloadLimit, card.RefundDays, card.PublishedAt);
}
