namespace Emporium.Catalog.Shelf;

/// <summary>A product with all it says.</summary>
/// <param name="DescriptionHtml">Sanitized.</param>
public sealed record ProductDetail(ProductCard Card, string DescriptionHtml);
