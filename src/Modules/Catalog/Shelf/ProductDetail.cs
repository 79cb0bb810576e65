using Emporium.Catalog.Contracts;

namespace Emporium.Catalog.Shelf;

/// <summary>A product with all it says.</summary>
/// <param name="DescriptionHtml">Sanitized.</param>
internal sealed record ProductDetail(ProductCard Card, string DescriptionHtml);
