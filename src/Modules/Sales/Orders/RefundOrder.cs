using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Sales.Contracts;
using Emporium.Sales.Desk.Refunding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales.Orders;

/// <summary>Gives a buyer money back, all or a part: out of revenue and tax at once, and to the gateway after the save.</summary>
internal sealed class RefundOrder(StoreDb db, ILedger ledger, IPayments payments, IEvents events, TimeProvider clock)
{
    /// <param name="Amount">From all lines in proportion. Null for all that is left, or for the lines named.</param>
    /// <param name="Reason">In words, for the staff.</param>
    /// <param name="Lines">Instead of an amount: which lines, and how much of each.</param>
    /// <param name="AlreadyRefunded">What the caller saw as given back: where more has gone since, nothing happens.</param>
    public sealed record Request(
        Money? Amount, [property: StringLength(500)] string? Reason, RefundCause? Cause = null, [property: MaxLength(100)] IReadOnlyList<LineShare>? Lines = null, Money? AlreadyRefunded = null)
    {
        /// <summary>Sets the money aside on the order.</summary>
        internal OrderRefund Propose(Order order, OrderRefundId key, string by, DateTimeOffset at) => Lines is { Count: > 0 }
            ? order.RequestRefund(key, Lines, new(Reason, Cause), by, at)
            : order.RequestRefund(key, Amount ?? order.Refundable, new RefundReason(Reason, Cause), by, at);
    }

    public sealed record Refunded(OrderRefundId Id, OrderId Order, Money Amount, string Status);

    /// <param name="key">The refund's id, made where the refund was decided: the same one again is the same refund.</param>
    /// <exception cref="Refusal">
    /// <c>order.not_found</c>, <c>order.not_refundable</c>, <c>refund.order_changed</c>, <c>refund.amount_invalid</c>, <c>refund.exceeds_paid</c>, <c>refund.line_invalid</c>, <c>refund.exceeds_line</c>.
    /// </exception>
    public async Task<Refunded> Handle(OrderId id, OrderRefundId key, Request request, string by, Idempotency idempotency, CancellationToken ct)
    {
        var order = await db.FindOrderWithRefunds(id.ToString(), ct) ?? throw Refusal.NotFound("order");
        if (order.Refunds.FirstOrDefault(r => r.Id == key) is { } known) return Of(known);

        if (request.AlreadyRefunded is { } seen && seen != order.Refunded)
            throw Refusal.Conflict("refund.order_changed", $"Somebody gave money back on this order meanwhile: {order.Refunded} by now. Look again before you give back more.");
        if (request is { Amount: not null, Lines.Count: > 0 }) throw Refusal.Invalid("refund.amount_invalid", "Name an amount or lines, not both.", "amount");

        var now = clock.Now;
        var refund = request.Propose(order, key, by, now);
        refund.PaymentRefundId = await payments.RequestRefund(order.Subject, refund.Amount, key.ToString(), refund.Reason, ct);
        if (OrderBooks.GivenBack(order, refund, now) is { } entry) ledger.Post(entry);
        events.Raise(order, new OrderRefundRequested(order.Id, key, refund.Amount));

        idempotency.Creates(key.ToString());
        await db.SaveChangesAsync(ct);
        return Of(refund);
    }

    public static async Task<Created<Refunded>> Endpoint(
        OrderId id, Request request, RefundOrder refund, Idempotency idempotency, TimeProvider clock, ClaimsPrincipal user, CancellationToken ct)
    {
        var key = OrderRefundId.TryParse(idempotency.Resource, null, out var earlier) ? earlier : OrderRefundId.New(clock);
        var refunded = await refund.Handle(id, key, request, user.Identity?.Name ?? "api", idempotency, ct);
        return TypedResults.Created($"/api/v1/orders/{id}", refunded);
    }

    /// <summary>The second step of the desk's refund page; it carries the refund's id, so that a double click is one refund.</summary>
    public static async Task<IResult> Page(
        OrderId id, IFormCollection form, RefundOrder refund, Idempotency idempotency, IOrders orders, ClaimsPrincipal user, CancellationToken ct)
    {
        var entered = RefundSelection.Read(form);
        try
        {
            var order = await orders.Find(id, ct) ?? throw Refusal.NotFound("order");
            await refund.Handle(id, entered.DemandKey(), entered.Demand(order.Total.Currency), user.Identity?.Name ?? "staff", idempotency, ct);
            return SeeOther.To($"/admin/orders/{id}");
        }
        catch (Refusal refusal)
        {
            return RefundPage.With(id, entered, refusal);
        }
    }

    private static Refunded Of(OrderRefund refund) => new(refund.Id, refund.OrderId, refund.Amount, $"{refund.Status}");
}
