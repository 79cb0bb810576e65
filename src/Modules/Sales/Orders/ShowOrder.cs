using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales.Orders;

/// <summary>An order for the buyer who holds its key.</summary>
internal static class ShowOrder
{
    /// <param name="token">From the answer of the checkout, or from the receipt's link.</param>
    public static async Task<Ok<OrderSummary>> Endpoint(OrderId id, string? token, OrderLinks links, IOrders orders, CancellationToken ct)
    {
        links.Demand(id, token);
        return TypedResults.Ok(await orders.Find(id, ct) ?? throw Refusal.NotFound("order"));
    }
}
