using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Endpoints;

/// <summary>Finding endpoints.</summary>
internal static class EndpointQueries
{
    public sealed record List(IReadOnlyList<EndpointAnswer> Items);

    /// <exception cref="Refusal"><c>endpoint.not_found</c>.</exception>
    public static async Task<WebhookEndpoint> FindEndpoint(this StoreDb db, EndpointId id, CancellationToken ct) =>
        await db.Set<WebhookEndpoint>().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw Refusal.NotFound("endpoint");

    public static async Task<Ok<List>> All(StoreDb db, CancellationToken ct) =>
        TypedResults.Ok(new List([.. (await db.Set<WebhookEndpoint>().AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct)).Select(e => EndpointAnswer.Of(e))]));

    public static async Task<Ok<EndpointAnswer>> One(EndpointId id, StoreDb db, CancellationToken ct) => TypedResults.Ok(EndpointAnswer.Of(await db.FindEndpoint(id, ct)));
}
