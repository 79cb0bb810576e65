using Emporium.Catalog.Contracts;

namespace Emporium.Catalog.Shelf;

/// <summary>A product with all it says.</summary>
/// <param name="DescriptionHtml">Sanitized.</param>
/// <param name="SearchTitle">For search engines and social cards; empty for the title.</param>
/// <param name="SearchDescription">For the same; empty for the pitch.</param>
/// <param name="IsListed">False where only those who have the address shall find it.</param>
public sealed record ProductDetail(ProductCard Card, string DescriptionHtml, string SearchTitle, string SearchDescription, bool IsListed)
{
    public string Headline => SearchTitle.Length > 0 ? SearchTitle : Card.Title;

    public string Summary => SearchDescription.Length > 0 ? SearchDescription : Card.Pitch.Length > 0 ? Card.Pitch : Card.Subtitle;
}
