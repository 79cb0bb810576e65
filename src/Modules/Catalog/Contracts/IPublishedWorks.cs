namespace Emporium.Catalog.Contracts;

/// <summary>What is for sale, by its address.</summary>
public interface IPublishedWorks
{
    /// <summary>Null where nothing of this slug is published.</summary>
    Task<ProductId?> Find(string slug, CancellationToken ct);
}
