using Emporium.Platform.Events;

namespace Emporium.Catalog.Contracts;

/// <summary>The product can be bought, for the first time or again.</summary>
[Fact("product.published", 1)]
public sealed record ProductPublished(ProductId Product, SellerId Seller) : IFact;

/// <summary>Something about the product is different: a text, a price, a file.</summary>
/// <param name="Version">Of the product after the change.</param>
[Fact("product.changed", 1)]
public sealed record ProductChanged(ProductId Product, int Version) : IFact;

/// <summary>The product is no longer for sale; those who bought it keep it.</summary>
[Fact("product.archived", 1)]
public sealed record ProductArchived(ProductId Product) : IFact;
