using Emporium.Accounts.Contracts;
using Emporium.Platform.Http;
using Emporium.Sales.Checkout;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Buyers;

/// <summary>Lets a customer pay for their own order that still waits: the session is the key.</summary>
internal static class PayMyOrder
{
    // Asking for the form is what demands its token.
    public static async Task<SeeOther> Endpoint(
        string id, IFormCollection _, HttpContext http, ICustomerSession session, MyOrders orders, RetryPayment retry, PaymentAttempts attempts, Idempotency idempotency, CancellationToken ct)
    {
        var customer = await session.Current(http) ?? throw Refusal.NotFound("customer");
        var order = await orders.Open(id, customer.Id, ct);
        var page = $"/account/orders/{order.Id}";
        try
        {
            return SeeOther.To(await retry.Handle(order.Id, idempotency, ct) is { } payment ? await attempts.PageOf(payment, ct) : page);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Unavailable or RefusalKind.Conflict)
        {
            return SeeOther.To($"{page}?failed={Uri.EscapeDataString(refusal.Code)}");
        }
    }
}
