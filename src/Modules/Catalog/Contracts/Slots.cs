namespace Emporium.Catalog.Contracts;

/// <summary>Slot on the product page, below what the work holds: what other modules say about it (reviews, bundles, questions). The page is cached: nothing personal belongs in it.</summary>
public sealed record ProductPanel(ProductId Product, string Slug);
