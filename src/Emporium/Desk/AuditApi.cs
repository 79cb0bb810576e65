using Emporium.Platform.Audit;
using Emporium.Platform.Http;
using Emporium.Platform.Lists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk;

/// <summary>The audit log for programs: to keep a copy where nobody of the store can reach it.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/audit-entries", List).RequireAuthorization(PlatformDesk.ReadAudit).RequireRateLimiting(RateLimits.Api)
        .WithTags("Audit").WithName("ListAuditEntries").WithSummary("What the staff and its programs did, newest first.");

    /// <param name="q">What was acted on, such as an order's id.</param>
    /// <param name="actor">The id of a member of the staff or of a key.</param>
    /// <param name="at_from">The first day, in UTC: <c>2026-03-14</c>.</param>
    /// <param name="at_to">The last day.</param>
    /// <param name="sort"><c>at</c> for the oldest first; the newest without it.</param>
    /// <param name="cursor">From the answer before.</param>
    /// <param name="limit">At most 100.</param>
    private static async Task<Ok<Page<AuditLine>>> List(AuditList list, HttpContext http, string? q = null, string? actor = null, string? at_from = null, string? at_to = null, string? sort = null, string? cursor = null, int limit = 50) =>
        TypedResults.Ok(await list.Answer(http, limit));
}
