using Emporium.Sales.Contracts;

namespace Emporium.Sales.Orders;

/// <summary>The states of an order in a reader's words.</summary>
internal static class Words
{
    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.Placed => "waiting for payment",
        OrderStatus.Paid => "paid",
        OrderStatus.PartiallyRefunded => "partly refunded",
        OrderStatus.Refunded => "refunded",
        OrderStatus.Disputed => "disputed",
        OrderStatus.ChargedBack => "charged back",
        OrderStatus.Canceled => "canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No word for this state."),
    };
}
