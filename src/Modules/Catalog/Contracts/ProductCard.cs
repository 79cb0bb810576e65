namespace Emporium.Catalog.Contracts;

/// <summary>A published product as lists and its page show it.</summary>
/// <param name="CoverMediaType">Of the uploaded picture; null where the cover is drawn.</param>
/// <param name="Prices">At least one, by currency.</param>
/// <param name="Files">What the buyer receives, without the files themselves.</param>
public sealed record ProductCard(
    ProductId Id, string Slug, string Kind, string Title, string Subtitle, string Byline, string Pitch, int CoverSeed, string? CoverMediaType, int Version,
    bool IssuesLicense, int? DownloadLimit, int RefundDays, DateTimeOffset PublishedAt, IReadOnlyList<Money> Prices, IReadOnlyList<ProductCard.File> Files)
{
    public string Path => $"/products/{Slug}";

    /// <summary>Changes with the product, so that it can be cached for ever.</summary>
    public string CoverPath => $"/covers/{Slug}.{Version}.{Ending}";

    /// <summary>The price in the currency; where there is none, in the fallback; else whichever there is.</summary>
    public Money PriceIn(string currency, string fallback) =>
        Prices.FirstOrDefault(p => p.Currency == currency, Prices.FirstOrDefault(p => p.Currency == fallback, Prices[0]));

    private string Ending => CoverMediaType switch { null => "svg", "image/png" => "png", "image/jpeg" => "jpg", "image/webp" => "webp", _ => "avif" };

    /// <param name="Size">In bytes.</param>
    public sealed record File(string Name, string MediaType, long Size);
}
