using Emporium.Catalog.Contracts;
using Emporium.Sales.Carts;
using Emporium.Tax.Contracts;

namespace Emporium.Sales.Checkout;

/// <summary>Asks the catalog and the tax rules what a cart costs now.</summary>
internal sealed class Quotes(IOffers offers, ITaxes taxes, TimeProvider clock)
{
    /// <param name="country">Where the buyer is; null while unknown, then no tax is stated.</param>
    public async Task<Quote> Of(Cart cart, string? country, CancellationToken ct)
    {
        if (cart.Lines.Count == 0) return new Quote(cart.Currency, [], []);
        var offered = (await offers.Of([.. cart.Lines.Select(l => l.ProductId)], cart.Currency, ct)).ToDictionary(o => o.Product);
        var lines = cart.Lines.OrderBy(l => l.AddedAt).ThenBy(l => l.ProductId.Value).ToList();
        var sold = lines.Where(l => offered.ContainsKey(l.ProductId)).Select(l => (Line: l, Offer: offered[l.ProductId])).ToList();

        var tax = await taxes.Quote(country, [.. sold.Select(s => s.Offer.Price * s.Line.Quantity)], DateOnly.FromDateTime(clock.Now.UtcDateTime), ct);
        return new Quote(cart.Currency,
            [.. sold.Select((s, i) => new QuoteLine(s.Offer, s.Line.Quantity, s.Line.SeenPrice, tax[i]))],
            [.. lines.Where(l => !offered.ContainsKey(l.ProductId))]);
    }

    /// <summary>True where what is owed to a state depends on where the buyer is.</summary>
    public async Task<bool> NeedCountry(CancellationToken ct) => (await taxes.Countries(ct)).Count > 0;
}
