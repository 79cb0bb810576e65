namespace Emporium.Catalog.Contracts;

/// <summary>What can be bought now, and for how much.</summary>
public interface IOffers
{
    /// <summary>The offers among the ids in the currency, in no order. What is missing is not for sale (unpublished, archived, no price in the currency).</summary>
    Task<IReadOnlyList<Offer>> Of(IReadOnlyCollection<ProductId> products, string currency, CancellationToken ct);

    /// <summary>The currencies in which anything is sold, the store's own first.</summary>
    Task<IReadOnlyList<string>> Currencies(CancellationToken ct);
}

/// <summary>A product as it is sold at this moment. Whoever needs it later keeps a copy: prices and titles change.</summary>
/// <param name="Kind"><c>ebook</c>, <c>course</c>, <c>template</c>, <c>tool</c> …: what the thing is, for words and covers.</param>
/// <param name="Price">Of one piece, tax included where the store's prices include it.</param>
/// <param name="CoverSeed">Feeds the drawn cover.</param>
/// <param name="IssuesLicense">True where each piece bought comes with a license key.</param>
/// <param name="DownloadLimit">Downloads per file and purchase; null for no limit.</param>
/// <param name="RefundDays">Days after payment in which a buyer gets their money back on request.</param>
public sealed record Offer(
    ProductId Product, SellerId Seller, string Slug, string Title, string Kind, Money Price, int CoverSeed,
    bool IssuesLicense, int? DownloadLimit, int RefundDays);
