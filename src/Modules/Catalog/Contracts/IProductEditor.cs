namespace Emporium.Catalog.Contracts;

/// <summary>Writes products; the desk, imports and the demo store use the same door.</summary>
public interface IProductEditor
{
    /// <summary>Creates the product of this slug, or brings it to this state, in the current unit of work. The caller saves.</summary>
    /// <exception cref="Refusal"><c>product.…</c>, with the field at fault.</exception>
    Task<ProductId> Put(ProductDraft draft, CancellationToken ct);

    /// <summary>Takes the product off the shelf in the current unit of work. Its page says so, buyers keep what they bought.</summary>
    /// <exception cref="Refusal"><c>product.not_found</c>.</exception>
    Task Archive(ProductId product, CancellationToken ct);
}

/// <param name="Slug">Lower-case letters, digits and single hyphens, at most 80.</param>
/// <param name="Description">Markdown; sanitized when shown.</param>
/// <param name="Prices">One per currency.</param>
/// <param name="SearchTitle">For search engines and social cards; empty for the title.</param>
/// <param name="SearchDescription">For the same; empty for the pitch.</param>
public sealed record ProductDraft(
    string Slug, string Kind, string Title, string Subtitle, string Byline, string Pitch, string Description,
    IReadOnlyList<Money> Prices, IReadOnlyList<ProductDraftFile> Files, int CoverSeed,
    bool IssuesLicense, int? DownloadLimit, int RefundDays, bool IsPublished, bool IsFeatured = false, string SearchTitle = "", string SearchDescription = "");

/// <summary>A file that is stored already.</summary>
/// <param name="Note">What is new in this version; may be empty.</param>
public sealed record ProductDraftFile(string Name, string MediaType, string Sha256, long Size, string Note = "");
