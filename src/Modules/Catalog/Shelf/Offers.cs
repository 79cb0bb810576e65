using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Settings;

namespace Emporium.Catalog.Shelf;

/// <inheritdoc cref="IOffers"/>
internal sealed class Offers(StoreDb db, ShelfQueries queries, ISettings settings, CurrencyList currencies) : IOffers
{
    public async Task<IReadOnlyList<Offer>> Of(IReadOnlyCollection<ProductId> products, string currency, CancellationToken ct)
    {
        var offers = new List<Offer>(products.Count);
        await foreach (var offer in queries.Offers(db, [.. products.Distinct()], currency).WithCancellation(ct)) offers.Add(offer);
        return offers;
    }

    public async Task<IReadOnlyList<string>> Currencies(CancellationToken ct)
    {
        var own = (await settings.Get<StoreProfile>(ct)).Currency;
        return [own, .. (await currencies.Read(db, ct)).Where(c => c != own)];
    }
}
