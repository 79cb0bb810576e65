using Emporium.Payments.Contracts;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Checkout;

/// <summary>What a buyer is told about an order that is not paid: what happened, what it means for their money, what to do.</summary>
/// <param name="IsWaiting">True while the answer may come by itself.</param>
internal sealed record WaitingOrder(string Heading, string Explanation, bool IsWaiting = false)
{
    /// <param name="turnedBack">The buyer says that they came back without paying.</param>
    /// <param name="unreachable">The gateway did not answer when its page was asked for.</param>
    public static WaitingOrder Of(OrderStatus order, PaymentStatus? attempt, bool turnedBack, bool unreachable) => (order, attempt) switch
    {
        (OrderStatus.Canceled, _) => new("This order has ended", "It was not paid in time, and nothing was charged. What you chose is still in your cart."),
        (_, PaymentStatus.Declined) => new("The payment was declined", "Your bank said no, and nothing was charged. Try again, with another card if you have one."),
        (_, PaymentStatus.Expired) => new("The payment page has closed", "It was open for too long, and nothing was charged. Try again for a new one."),
        (_, PaymentStatus.Canceled or null) => new("Not paid yet", "The payment was left, and nothing was charged. Try again when you like."),
        (_, PaymentStatus.Prepared) => new("The payment page did not open", "We could not reach the payment provider. Nothing was charged. Try again in a moment; it will be the same order."),
        (_, PaymentStatus.Open) when unreachable => new("The payment page did not open", "We could not reach the payment provider. Nothing was charged. Try again in a moment; it will be the same order."),
        (_, PaymentStatus.Open) when turnedBack => new("Not paid yet", "You came back before paying, and nothing was charged. What you chose is kept."),
        _ => new("Waiting for your bank", "", IsWaiting: true),
    };
}
