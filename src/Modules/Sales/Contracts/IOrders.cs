using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;

namespace Emporium.Sales.Contracts;

/// <summary>Orders, for those who deliver or show them.</summary>
public interface IOrders
{
    Task<OrderSummary?> Find(OrderId id, CancellationToken ct);

    /// <summary>The order that a person names by its number or its id; null where there is none.</summary>
    Task<OrderId?> Named(string text, CancellationToken ct);

    /// <summary>A customer's orders that were ever paid, newest first, at most 200.</summary>
    Task<IReadOnlyList<OrderSummary>> Of(CustomerId customer, CancellationToken ct);
}

public enum OrderStatus
{
    /// <summary>Waiting for money.</summary>
    Placed,
    Paid,

    /// <summary>A part went back.</summary>
    PartiallyRefunded,
    Refunded,

    /// <summary>The buyer's bank holds the money.</summary>
    Disputed,

    /// <summary>The buyer's bank kept the money.</summary>
    ChargedBack,
    Canceled,
}

/// <param name="Number">Short and readable, for people: not a secret and not a key.</param>
public sealed record OrderSummary(
    OrderId Id, string Number, CustomerId Customer, OrderStatus Status, Money Total, Money Refunded,
    DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, IReadOnlyList<OrderSummary.Line> Lines)
{
    public sealed record Line(OrderLineId Id, ProductId Product, string Slug, string Title, string Kind, int CoverSeed, int Quantity, Money Total);
}
