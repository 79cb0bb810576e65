using Emporium.Messaging.Desk;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Messaging.Endpoints;

/// <summary>Shows an endpoint's secret, and makes a new one.</summary>
internal sealed class EndpointSecret(StoreDb db, Secrets secrets, TimeProvider clock)
{
    /// <param name="Value">For the receiver: <c>whsec_…</c>.</param>
    /// <param name="PreviousUntil">Until when the secret before it signs too; left out where there is none.</param>
    public sealed record Shown(string Value, DateTimeOffset? PreviousUntil);

    /// <param name="AtOnce">True where the old secret is in wrong hands: it signs nothing any more. Otherwise both sign for a day.</param>
    public sealed record Rotation(bool AtOnce = false);

    public async Task<Shown> Show(EndpointId id, CancellationToken ct)
    {
        var endpoint = await db.FindEndpoint(id, ct);
        return new((await secrets.Of(endpoint, ct))[0], endpoint.PreviousUntil > clock.Now ? endpoint.PreviousUntil : null);
    }

    public async Task<Shown> Rotate(EndpointId id, Rotation how, CancellationToken ct)
    {
        var endpoint = await db.FindEndpoint(id, ct);
        var value = await secrets.Renew(endpoint, how.AtOnce ? null : clock.Now + Secrets.Grace, ct);
        await db.SaveChangesAsync(ct);
        return new(value, endpoint.PreviousUntil);
    }

    public static async Task<Ok<Shown>> ShowEndpoint(EndpointId id, EndpointSecret secret, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await secret.Show(id, ct));
    }

    public static async Task<Ok<Shown>> RotateEndpoint(EndpointId id, Rotation how, EndpointSecret secret, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await secret.Rotate(id, how, ct));
    }

    public static async Task<SeeOther> RotateForm(EndpointId id, [FromForm] string? old, EndpointSecret secret, CancellationToken ct)
    {
        await secret.Rotate(id, new(old is "stop"), ct);
        return SeeOther.To($"/admin/settings/webhooks/{id}/secret");
    }
}
