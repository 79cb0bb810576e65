namespace Emporium.Catalog.Contracts;

/// <summary>A published product as lists and its page show it.</summary>
/// <param name="CoverSeed">Feeds the drawn cover.</param>
/// <param name="Prices">At least one, by currency.</param>
/// <param name="Files">What the buyer receives, without the files themselves.</param>
/// <param name="Pictures">The first is the cover; none where the cover is drawn. Lists hold the cover alone.</param>
public sealed record ProductCard(
    ProductId Id, string Slug, string Kind, string Title, string Subtitle, string Byline, string Pitch, int CoverSeed, int Version,
    bool IssuesLicense, int? DownloadLimit, int RefundDays, DateTimeOffset PublishedAt, IReadOnlyList<Money> Prices, IReadOnlyList<ProductCard.File> Files,
    IReadOnlyList<ProductPicture> Pictures)
{
    public string Path => $"/products/{Slug}";

    /// <summary>The uploaded cover; null where it is drawn.</summary>
    public ProductPicture? Cover => Pictures.Count > 0 ? Pictures[0] : null;

    /// <summary>Where the cover lies, uploaded or drawn. Another cover has another address, so what lies there can be cached for ever.</summary>
    public string CoverPath => Cover?.Path ?? $"/covers/{Slug}.{Version}.svg";

    /// <summary>The price in the currency; where there is none, in the fallback; else whichever there is.</summary>
    public Money PriceIn(string currency, string fallback) =>
        Prices.FirstOrDefault(p => p.Currency == currency, Prices.FirstOrDefault(p => p.Currency == fallback, Prices[0]));

    /// <param name="Size">In bytes.</param>
    public sealed record File(string Name, string MediaType, long Size);
}
