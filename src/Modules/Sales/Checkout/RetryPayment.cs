using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Checkout;

/// <summary>
/// Lets a buyer pay for an order whose attempt was declined, expired or left: the open attempt where there is one, a new one where
/// the former ended. The fact about it takes the next place in the order's sequence, so of two clicks only one begins an attempt.
/// </summary>
internal sealed class RetryPayment(StoreDb db, PaymentAttempts attempts, IEvents events, TimeProvider clock)
{
    /// <returns>The attempt that waits for the buyer; null when the money is there, or on its way.</returns>
    /// <exception cref="Refusal"><c>order.not_found</c>, <c>order.not_payable</c>.</exception>
    public async Task<PaymentId?> Handle(OrderId id, Idempotency idempotency, CancellationToken ct)
    {
        var order = await db.Set<Order>().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw Refusal.NotFound("order");
        if (order.PaidAt is not null) return null;
        if (await attempts.Last(order, ct) is { } last && PaymentAttempts.IsAlive(last))
            return last.Status is PaymentStatus.Prepared or PaymentStatus.Open ? last.Id : null;

        order.Retry(clock.Now);
        var payment = attempts.Prepare(order);
        events.Raise(order, new OrderPaymentRetried(order.Id, payment));
        idempotency.Creates(order.Subject);
        await db.SaveChangesAsync(ct);
        return payment;
    }

    /// <param name="token">The buyer's key to the order.</param>
    public static async Task<Ok<CheckoutApi.PayPage>> Endpoint(
        OrderId id, string? token, RetryPayment retry, PaymentAttempts attempts, OrderLinks links, Idempotency idempotency, CancellationToken ct)
    {
        links.Demand(id, token);
        var payment = await retry.Handle(id, idempotency, ct) ?? throw Refusal.Conflict("order.not_payable", "This order is paid, or its payment is being confirmed.");
        return TypedResults.Ok(new CheckoutApi.PayPage(await attempts.PageOf(payment, ct)));
    }

    /// <summary>The button “Try again” of the thank-you page. Asking for the form is what demands its token.</summary>
    public static async Task<IResult> Page(
        OrderId id, string? token, IFormCollection _, RetryPayment retry, PaymentAttempts attempts, OrderLinks links, Idempotency idempotency, CancellationToken ct)
    {
        links.Demand(id, token);
        var waiting = $"/orders/{id}/thanks?token={token}";
        try
        {
            return SeeOther.To(await retry.Handle(id, idempotency, ct) is { } payment ? await attempts.PageOf(payment, ct) : waiting);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Unavailable or RefusalKind.Conflict)
        {
            return SeeOther.To($"{waiting}&failed={Uri.EscapeDataString(refusal.Code)}");
        }
    }
}
