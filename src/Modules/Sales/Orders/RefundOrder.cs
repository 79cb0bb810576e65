using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Sales.Contracts;
using Emporium.Sales.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales.Orders;

/// <summary>Gives a buyer money back, all or a part: out of revenue and tax at once, and to the gateway after the save.</summary>
internal sealed class RefundOrder(StoreDb db, ILedger ledger, IPayments payments, IEvents events, TimeProvider clock)
{
    /// <param name="Amount">Null for all that is left.</param>
    public sealed record Request(Money? Amount, [property: StringLength(500)] string? Reason);

    public sealed record Refunded(OrderRefundId Id, OrderId Order, Money Amount, string Status);

    /// <param name="key">The refund's id, made where the refund was decided: the same one again is the same refund.</param>
    /// <exception cref="Refusal"><c>order.not_found</c>, <c>order.not_refundable</c>, <c>refund.amount_invalid</c>, <c>refund.exceeds_paid</c>.</exception>
    public async Task<Refunded> Handle(OrderId id, OrderRefundId key, Request request, string by, Idempotency idempotency, CancellationToken ct)
    {
        var order = await db.FindOrderWithRefunds(id.ToString(), ct) ?? throw Refusal.NotFound("order");
        if (order.Refunds.FirstOrDefault(r => r.Id == key) is { } known) return Of(known);

        var now = clock.Now;
        var refund = order.RequestRefund(key, request.Amount ?? order.Refundable, request.Reason, by, now);
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

    /// <summary>The form on the desk's order page; it carries the refund's id, so that a double click is one refund.</summary>
    public static async Task<IResult> Page(
        OrderId id, IFormCollection form, RefundOrder refund, Idempotency idempotency, ClaimsPrincipal user, CancellationToken ct)
    {
        var entered = OrderPage.RefundForm.Of(form);
        try
        {
            await refund.Handle(id, entered.DemandKey(), new(entered.DemandAmount(), entered.Reason), user.Identity?.Name ?? "staff", idempotency, ct);
            return SeeOther.To($"/admin/orders/{id}");
        }
        catch (Refusal refusal)
        {
            return OrderPage.With(id, entered, refusal);
        }
    }

    private static Refunded Of(OrderRefund refund) => new(refund.Id, refund.OrderId, refund.Amount, $"{refund.Status}");
}
