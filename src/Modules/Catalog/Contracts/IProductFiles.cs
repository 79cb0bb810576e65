namespace Emporium.Catalog.Contracts;

/// <summary>What a buyer of a product receives. Includes products that are no longer for sale: what was bought stays theirs.</summary>
public interface IProductFiles
{
    Task<IReadOnlyList<ProductFile>> Of(IReadOnlyCollection<ProductId> products, CancellationToken ct);

    Task<ProductFile?> Find(ProductFileId id, CancellationToken ct);
}

/// <param name="Name">The name it is saved under, with its ending.</param>
/// <param name="MediaType">IANA media type.</param>
/// <param name="Sha256">Lower-case hex; the key in the file store.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Number">Of its version, from 1. Each version has an id of its own.</param>
/// <param name="AddedAt">When this version was added; null where nobody noted it.</param>
/// <param name="Note">What is new in it, in the merchant's words; may be empty.</param>
public sealed record ProductFile(
    ProductFileId Id, ProductId Product, string Name, string MediaType, string Sha256, long Size, int Number = 1, DateTimeOffset? AddedAt = null, string Note = "");
