using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Events;

namespace Emporium.Sales.Contracts;

/// <summary>The buyer committed; money is still to come, or none is owed.</summary>
[Fact("order.placed", 1)]
public sealed record OrderPlaced(OrderId Order, CustomerId Customer, Money Total) : IFact;

/// <summary>The order is paid: what it holds may be delivered.</summary>
[Fact("order.paid", 1)]
public sealed record OrderPaid(OrderId Order, CustomerId Customer, Money Total, IReadOnlyList<OrderPaid.Line> Lines) : IFact
{
    /// <param name="IssuesLicense">As offered when the order was placed.</param>
    /// <param name="DownloadLimit">As offered when the order was placed.</param>
    public sealed record Line(OrderLineId Id, ProductId Product, SellerId Seller, int Quantity, bool IssuesLicense, int? DownloadLimit);
}

/// <summary>Money went back to the buyer. A full refund takes back what was delivered.</summary>
/// <param name="IsFull">True when nothing paid is left with the store.</param>
[Fact("order.refunded", 1)]
public sealed record OrderRefunded(OrderId Order, RefundId? Refund, Money Amount, bool IsFull) : IFact;

/// <summary>Nothing was paid in time, or every attempt ended; nothing will be delivered.</summary>
[Fact("order.canceled", 1)]
public sealed record OrderCanceled(OrderId Order, string Reason) : IFact;

/// <summary>The buyer's bank took the money back; access rests until the bank has decided.</summary>
[Fact("order.disputed", 1)]
public sealed record OrderDisputed(OrderId Order) : IFact;

/// <summary>The bank decided the dispute. Won: access returns. Lost: it ends.</summary>
[Fact("order.dispute_closed", 1)]
public sealed record OrderDisputeClosed(OrderId Order, bool IsWon) : IFact;
