using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales.Desk.Finding;

/// <summary>The desk's list of orders for programs; it takes every filter of the list, under the same names.</summary>
internal static class ListOrders
{
    /// <param name="q">What names orders: number, the beginning of an e-mail address or a name, a payment reference, a license key.</param>
    /// <param name="status"><c>Placed</c>, <c>Paid</c>, <c>PartiallyRefunded</c>, <c>Refunded</c>, <c>Disputed</c> …; all of them without it.</param>
    /// <param name="sort"><c>placed</c> or <c>total</c>; with a minus in front the largest or latest first. Without it the latest first.</param>
    /// <param name="cursor">From the answer before.</param>
    /// <param name="limit">At most 100.</param>
    public static async Task<Ok<Page<OrderList.Line>>> Endpoint(OrderList list, HttpContext http, string? q = null, string? status = null, string? sort = null, string? cursor = null, int limit = 50) =>
        TypedResults.Ok(await list.Answer(http, limit));
}
