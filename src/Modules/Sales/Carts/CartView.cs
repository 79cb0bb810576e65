using Emporium.Catalog.Contracts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Carts;

/// <summary>A cart as the API shows it: what it costs now, and what changed since the buyer looked. Holds nothing personal, because the id alone opens it.</summary>
/// <param name="Version">Names the content; one version becomes one order.</param>
/// <param name="Withdrawn">No longer for sale: not part of the total, and left out of an order.</param>
internal sealed record CartView(
    CartId Id, string Currency, int Version, IReadOnlyList<CartView.Line> Lines, IReadOnlyList<CartView.Gone> Withdrawn, Money Tax, Money Total)
{
    /// <param name="SeenPrice">The price when it was put in, where today's is another.</param>
    public sealed record Line(ProductId Product, string Slug, string Title, string Kind, int Quantity, Money UnitPrice, Money? SeenPrice, Money Total);

    public sealed record Gone(ProductId Product, string Title);

    public static CartView Of(Cart cart, Quote quote) => new(
        cart.Id, cart.Currency, cart.Version, [.. quote.Lines.Select(Of)], [.. quote.Withdrawn.Select(l => new Gone(l.ProductId, l.Title))], quote.Tax, quote.Total);

    private static Line Of(QuoteLine line) => new(
        line.Offer.Product, line.Offer.Slug, line.Offer.Title, line.Offer.Kind, line.Quantity, line.Offer.Price, line.IsPriceNew ? line.Seen : null, line.Total);
}
