using System.Linq.Expressions;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Desk.Finding;

/// <summary>How far the money of an order is.</summary>
internal enum PaymentWord
{
    Captured,
    Waiting,
    Declined,
    Free,
}

internal static class PaymentWords
{
    public static string Of(PaymentWord word) => word switch
    {
        PaymentWord.Captured => "Came",
        PaymentWord.Waiting => "Awaited",
        PaymentWord.Declined => "Awaited, last attempt failed",
        PaymentWord.Free => "Nothing owed",
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "No word for this."),
    };

    public static Expression<Func<Order, bool>> Fit(PaymentWord word) => word switch
    {
        PaymentWord.Captured => o => o.PaidAt != null && o.Total.Minor > 0,
        PaymentWord.Waiting => o => o.Status == OrderStatus.Placed,
        PaymentWord.Declined => o => o.Status == OrderStatus.Placed && o.DeclinedAt != null,
        _ => o => o.Total.Minor == 0,
    };
}
