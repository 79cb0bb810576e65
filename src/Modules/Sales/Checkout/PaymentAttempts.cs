using Emporium.Payments.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Checkout;

/// <summary>Paying for an order: at most one attempt is open at a time, and each can be resumed.</summary>
internal sealed class PaymentAttempts(IPayments payments, OrderLinks links)
{
    /// <summary>Adds an attempt to the current unit of work; no gateway is asked yet.</summary>
    public PaymentId Prepare(Order order)
    {
        var thanks = links.ThanksPath(order.Id, order.PlacedAt);
        return payments.Prepare(new PaymentRequest(
            order.Subject, order.Book, order.Total, order.BuyerEmail,
            [.. order.Lines.Where(l => !l.Total.IsZero).Select(l => new PaymentItem(l.Title, l.Quantity, l.Total))],
            thanks, $"{thanks}&back=1", order.ExpiresAt));
    }

    /// <summary>The last attempt, whatever became of it.</summary>
    public async Task<PaymentSummary?> Last(Order order, CancellationToken ct) =>
        (await payments.For(order.Subject, ct)).LastOrDefault();

    /// <summary>The last attempt, after a word with the gateway: for a buyer who came back before its message did.</summary>
    public async Task<PaymentSummary?> Latest(Order order, CancellationToken ct)
    {
        await payments.Check(order.Subject, ct);
        return await Last(order, ct);
    }

    /// <summary>Where the buyer pays. Asks the gateway: after the save, outside any transaction.</summary>
    /// <exception cref="Refusal"><c>gateway.unavailable</c>: nothing was charged. <c>payment.closed</c>: the attempt ended meanwhile.</exception>
    public async Task<string> PageOf(PaymentId payment, CancellationToken ct) => (await payments.Start(payment, ct)).Url;

    /// <summary>True where the attempt can still become money: then no other may begin.</summary>
    public static bool IsAlive(PaymentSummary attempt) =>
        attempt.Status is PaymentStatus.Prepared or PaymentStatus.Open or PaymentStatus.Processing or PaymentStatus.Captured;
}
