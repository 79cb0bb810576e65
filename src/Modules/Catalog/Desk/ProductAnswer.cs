using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Desk;

/// <summary>What became of a product; its version is what the next change must name.</summary>
/// <param name="Edition">Counts what was published of texts, prices and terms; a draft names the one it began from.</param>
/// <param name="Files">The current version of each.</param>
internal sealed record ProductAnswer(ProductId Id, string Slug, ProductStatus Status, int Version, int Edition, IReadOnlyList<ProductAnswer.File> Files)
{
    public static ProductAnswer Of(Product product) =>
        new(product.Id, product.Slug, product.Status, product.Version, product.Edition, [.. product.CurrentFiles.Select(File.Of)]);

    /// <param name="Series">Shared by all versions of the file.</param>
    /// <param name="Number">Of the version, from 1.</param>
    /// <param name="IsCurrent">What buyers get.</param>
    public sealed record File(
        ProductFileId Id, ProductFileId Series, int Number, string Name, string MediaType, string Sha256, long Size, string Note, DateTimeOffset? AddedAt, string? AddedBy, bool IsCurrent)
    {
        public static File Of(Attachment f) => new(f.Id, f.Series, f.Number, f.Name, f.MediaType, f.Sha256, f.Size, f.Note, f.AddedAt, f.AddedBy, f.ArchivedAt is null);
    }
}
