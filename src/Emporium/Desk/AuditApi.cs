using System.ComponentModel.DataAnnotations;
using Emporium.Platform.Audit;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk;

/// <summary>The audit log for programs: to keep a copy where nobody of the store can reach it.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/audit-entries", List).RequireAuthorization(PlatformDesk.ReadAudit).RequireRateLimiting(RateLimits.Api)
        .WithTags("Audit").WithName("ListAuditEntries").WithSummary("What the staff and its programs did, newest first.");

    private static async Task<Ok<Page<AuditLine>>> List(
        IAuditLog log, CancellationToken ct, string? actor = null, string? subject = null, string? cursor = null, [Range(1, 100)] int limit = 50) =>
        TypedResults.Ok(await log.List(new AuditFilter(actor, subject), Cursor.Parse(cursor), limit, ct));
}
