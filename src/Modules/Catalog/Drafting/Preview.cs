using System.Globalization;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Drafting;

/// <summary>A product's card as it would be once the draft was published.</summary>
internal static class Preview
{
    public static ProductCard Card(Product product, ProductFields.Typed typed, IReadOnlyList<Money> prices) => new(
        product.Id, product.Slug, typed.Kind.Trim() is { Length: > 0 } kind ? kind : product.Kind, typed.Title, typed.Subtitle, typed.Byline, typed.Pitch,
        Whole(typed.CoverSeed) ?? product.CoverSeed, product.Version, typed.IssuesLicense, Whole(typed.DownloadLimit), Whole(typed.RefundDays) ?? product.RefundDays,
        product.PublishedAt ?? product.CreatedAt, prices,
        [.. product.CurrentFiles.Select(f => new ProductCard.File(f.Name, f.MediaType, f.Size))],
        [.. product.Gallery.Where(p => p.IsDescribed).Select(p => p.Card)]);

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
