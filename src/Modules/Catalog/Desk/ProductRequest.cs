using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Desk;

/// <summary>A product as the desk and the admin API write it. Files and the cover's picture have addresses of their own.</summary>
/// <param name="Version">The version that was edited; ignored when creating.</param>
internal sealed record ProductRequest(
    [property: Required, StringLength(ProductRules.MaxSlug)] string Slug,
    [property: Required, StringLength(30)] string Kind,
    [property: Required, StringLength(ProductRules.MaxTitle)] string Title,
    [property: StringLength(ProductRules.MaxSubtitle)] string Subtitle = "",
    [property: StringLength(ProductRules.MaxByline)] string Byline = "",
    [property: StringLength(ProductRules.MaxPitch)] string Pitch = "",
    [property: StringLength(ProductRules.MaxDescription)] string Description = "",
    IReadOnlyList<Money>? Prices = null,
    int CoverSeed = 1,
    bool IssuesLicense = false,
    int? DownloadLimit = null,
    int RefundDays = 14,
    bool IsFeatured = false,
    ProductStatus Status = ProductStatus.Draft,
    int Version = 1,
    [property: StringLength(ProductRules.MaxSearchTitle)] string SearchTitle = "",
    [property: StringLength(ProductRules.MaxSearchDescription)] string SearchDescription = "")
{
    public ProductDraft Draft(IEnumerable<Attachment> files) => new(
        Slug.Trim(), Kind.Trim(), Title, Subtitle, Byline, Pitch, Description, Prices ?? [],
        [.. files.Select(f => new ProductDraftFile(f.Name, f.MediaType, f.Sha256, f.Size, f.Note))],
        CoverSeed, IssuesLicense, DownloadLimit, RefundDays, Status is ProductStatus.Published, IsFeatured, SearchTitle, SearchDescription);
}
