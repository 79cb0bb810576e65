using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Desk;

/// <summary>What became of a product; its version is what the next change must name.</summary>
internal sealed record ProductAnswer(ProductId Id, string Slug, ProductStatus Status, int Version, IReadOnlyList<ProductAnswer.File> Files)
{
    public static ProductAnswer Of(Product product) =>
        new(product.Id, product.Slug, product.Status, product.Version, [.. product.CurrentFiles.Select(f => new File(f.Id, f.Name, f.MediaType, f.Sha256, f.Size))]);

    public sealed record File(ProductFileId Id, string Name, string MediaType, string Sha256, long Size);
}
