using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <inheritdoc cref="IOffers"/>
internal sealed class Offers(StoreDb db, ISettings settings, CurrencyList currencies) : IOffers
{
    private static readonly Func<StoreDb, ProductId[], string, IAsyncEnumerable<Offer>> Query = EF.CompileAsyncQuery(
        (StoreDb db, ProductId[] ids, string currency) =>
            from p in db.Set<Product>().AsNoTracking()
            where ids.Contains(p.Id) && p.Status == ProductStatus.Published
            join text in db.Set<ProductText>() on p.Id equals text.ProductId
            where text.Language == ProductText.StoreLanguage
            join price in db.Set<Price>() on p.Id equals price.ProductId
            where price.Currency == currency
            select new Offer(p.Id, p.Seller, p.Slug, text.Title, p.Kind, new Money(price.AmountMinor, price.Currency), p.CoverSeed, p.IssuesLicense, p.DownloadLimit, p.RefundDays));

    public async Task<IReadOnlyList<Offer>> Of(IReadOnlyCollection<ProductId> products, string currency, CancellationToken ct)
    {
        var offers = new List<Offer>(products.Count);
        await foreach (var offer in Query(db, [.. products.Distinct()], currency).WithCancellation(ct)) offers.Add(offer);
        return offers;
    }

    public async Task<IReadOnlyList<string>> Currencies(CancellationToken ct)
    {
        var own = (await settings.Get<StoreProfile>(ct)).Currency;
        return [own, .. (await currencies.Read(db, ct)).Where(c => c != own)];
    }
}
