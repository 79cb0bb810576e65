namespace Emporium.Catalog.Contracts;

/// <summary>What the store's products are called, for those who choose among them: filters, reports.</summary>
public interface IProductNames
{
    /// <summary>By title, the archived ones too; at most 500.</summary>
    Task<IReadOnlyList<ProductName>> All(CancellationToken ct);
}

public sealed record ProductName(ProductId Id, string Title);
