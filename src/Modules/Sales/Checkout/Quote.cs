using Emporium.Catalog.Contracts;
using Emporium.Sales.Carts;
using Emporium.Tax.Contracts;

namespace Emporium.Sales.Checkout;

/// <summary>What a cart costs at this moment: today's offers and the tax of a country. The cart page, the API and the checkout all speak from it.</summary>
/// <param name="Withdrawn">Lines whose product is no longer for sale in the cart's currency; they cost nothing and will not be ordered.</param>
internal sealed record Quote(string Currency, IReadOnlyList<QuoteLine> Lines, IReadOnlyList<CartLine> Withdrawn)
{
    public Money Total { get; } = Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Total);

    public Money Tax { get; } = Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Tax.Amount);

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>True where something costs another price than the buyer saw.</summary>
    public bool HasNewPrices => Lines.Any(l => l.IsPriceNew);
}

/// <summary>One line of a quote.</summary>
/// <param name="Seen">The price of one piece when the buyer put it into the cart.</param>
internal sealed record QuoteLine(Offer Offer, int Quantity, Money Seen, TaxLine Tax)
{
    /// <summary>As offered, for all pieces.</summary>
    public Money Price => Offer.Price * Quantity;

    /// <summary>What the buyer pays for the line.</summary>
    public Money Total => Tax.Base + Tax.Amount;

    public bool IsPriceNew => Seen != Offer.Price;
}
