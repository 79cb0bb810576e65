using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Orders;

/// <summary>What an order tells the rest of the store.</summary>
internal static class OrderFacts
{
    public static void TellPlaced(this IEvents events, Order order) => events.Raise(order, new OrderPlaced(order.Id, order.CustomerId, order.Total));

    /// <summary>Needs lines loaded.</summary>
    public static void TellPaid(this IEvents events, Order order) => events.Raise(order, new OrderPaid(order.Id, order.CustomerId, order.Total,
        [.. order.Lines.Select(l => new OrderPaid.Line(l.Id, l.ProductId, l.SellerId, l.Quantity, l.IssuesLicense, l.DownloadLimit))]));
}
