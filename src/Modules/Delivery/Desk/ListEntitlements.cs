using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Delivery.Desk;

/// <summary>The desk's list of entitlements for programs; it takes every filter of the list, under the same names.</summary>
internal static class ListEntitlements
{
    /// <param name="q">What names entitlements: a buyer's e-mail address, an order, an id.</param>
    /// <param name="status"><c>Active</c>, <c>Suspended</c> or <c>Revoked</c>; all of them without it.</param>
    /// <param name="sort"><c>granted</c>; with a minus in front the largest or latest first. Without it the latest first.</param>
    /// <param name="cursor">From the answer before.</param>
    /// <param name="limit">At most 100.</param>
    public static async Task<Ok<Page<EntitlementList.Line>>> Endpoint(EntitlementList list, HttpContext http, string? q = null, string? status = null, string? sort = null, string? cursor = null, int limit = 50) =>
        TypedResults.Ok(await list.Answer(http, limit));
}
