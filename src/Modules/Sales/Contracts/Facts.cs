using System.Text.Json.Serialization;
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

/// <summary>An attempt to pay ended without money; the order still waits.</summary>
[Fact("order.payment_failed", 1)]
public sealed record OrderPaymentFailed(OrderId Order, PaymentId Payment, string Outcome) : IFact;

/// <summary>The buyer tries to pay once more.</summary>
[Fact("order.payment_retried", 1)]
public sealed record OrderPaymentRetried(OrderId Order, PaymentId Payment) : IFact;

/// <summary>Money came that the order cannot take: late, twice, or another amount. It goes back whole.</summary>
/// <param name="Reason"><c>late</c>, <c>double</c> or <c>amount</c>.</param>
[Fact("order.money_returned", 1)]
public sealed record OrderMoneyReturned(OrderId Order, PaymentId Payment, Money Amount, string Reason) : IFact;

/// <summary>The store decided to give money back; the gateway has still to do it.</summary>
[Fact("order.refund_requested", 1)]
public sealed record OrderRefundRequested(OrderId Order, OrderRefundId Refund, Money Amount) : IFact;

/// <summary>The gateway could not give the money back: a person has to find another way.</summary>
/// <param name="WasFull">True where the order had counted as fully refunded: what was taken back is the buyer's again.</param>
[Fact("order.refund_failed", 1)]
public sealed record OrderRefundFailed(OrderId Order, OrderRefundId Refund, Money Amount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool WasFull = false) : IFact;

/// <summary>The same money went back twice, by a refund and by the buyer's bank: the store has lost it.</summary>
[Fact("order.loss_taken", 1)]
public sealed record OrderLossTaken(OrderId Order, Money Amount) : IFact;
