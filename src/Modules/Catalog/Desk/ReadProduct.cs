using Emporium.Catalog.Contracts;
using Emporium.Catalog.Drafting;
using Emporium.Catalog.Pictures;
using Emporium.Catalog.Products;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Desk;

/// <summary>A product with everything that its editor shows.</summary>
internal static class ReadProduct
{
    /// <param name="Standing">Its state and versions.</param>
    /// <param name="Published">What visitors see; after a draft, what they saw before it is published.</param>
    /// <param name="Files">All versions of all files, the newest of each first.</param>
    public sealed record Answer(ProductAnswer Standing, ProductFields.Typed Published, DraftAnswer Draft, IReadOnlyList<ProductAnswer.File> Files, IReadOnlyList<PictureAnswer> Pictures);

    public static async Task<Ok<Answer>> Endpoint(ProductId id, ProductEditor editor, DraftDesk drafts, CancellationToken ct)
    {
        var product = await editor.Read(id, ct);
        var published = ProductFields.Typed.Of(product);
        return TypedResults.Ok(new Answer(
            ProductAnswer.Of(product), published, DraftAnswer.Of(product, published, await drafts.Mine(id, ct), await drafts.Others(id, ct)),
            [.. product.Files.OrderBy(f => f.Series.Value).ThenByDescending(f => f.Number).Select(ProductAnswer.File.Of)],
            [.. product.Gallery.Select(PictureAnswer.Of)]));
    }
}
