using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Endpoints;

/// <summary>Switches an endpoint off, and on again: with what waited and what it missed, or without.</summary>
internal sealed class SwitchEndpoint(StoreDb db, Subscribers subscribers, OpenEndpoint open, TimeProvider clock)
{
    /// <param name="SendMissed">True to send what waited and what happened meanwhile, in order; false to begin with what happens next.</param>
    public sealed record Enabling(bool SendMissed);

    public async Task<WebhookEndpoint> Disable(EndpointId id, CancellationToken ct)
    {
        var endpoint = await db.FindEndpoint(id, ct);
        if (endpoint.Disable(DisabledBy.Person, clock.Now)) await subscribers.Changed(db, ct);
        await db.SaveChangesAsync(ct);
        return endpoint;
    }

    public Task<WebhookEndpoint> Enable(EndpointId id, Enabling how, CancellationToken ct) => db.Transact(async () =>
    {
        var endpoint = await db.FindEndpoint(id, ct);
        if (!endpoint.Enable(how.SendMissed, clock.Now)) return endpoint;
        await (how.SendMissed ? QueueAgain(id, ct) : Skip(id, ct));
        await open.Tell(endpoint, ct);
        await db.SaveChangesAsync(ct);
        return endpoint;
    }, ct);

    public static async Task<Ok<EndpointAnswer>> DisableEndpoint(EndpointId id, SwitchEndpoint turn, CancellationToken ct) => TypedResults.Ok(EndpointAnswer.Of(await turn.Disable(id, ct)));

    public static async Task<Ok<EndpointAnswer>> EnableEndpoint(EndpointId id, Enabling how, SwitchEndpoint turn, CancellationToken ct) =>
        TypedResults.Ok(EndpointAnswer.Of(await turn.Enable(id, how, ct)));

    public static async Task<SeeOther> DisableForm(EndpointId id, SwitchEndpoint turn, CancellationToken ct)
    {
        await turn.Disable(id, ct);
        return SeeOther.To($"/admin/settings/webhooks/{id}");
    }

    public static async Task<SeeOther> EnableForm(EndpointId id, [FromForm] string? missed, SwitchEndpoint turn, CancellationToken ct)
    {
        await turn.Enable(id, new(missed is not "skip"), ct);
        return SeeOther.To($"/admin/settings/webhooks/{id}");
    }

    private IQueryable<Message> Waiting(EndpointId id) => db.Set<Message>().Where(m => m.EndpointId == id && m.Status == MessageStatus.Pending);

    private Task QueueAgain(EndpointId id, CancellationToken ct)
    {
        var now = clock.Now;
        return Waiting(id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, 0).SetProperty(m => m.QueuedAt, now).SetProperty(m => m.DueAt, now), ct);
    }

    private Task Skip(EndpointId id, CancellationToken ct)
    {
        var now = clock.Now;
        return Waiting(id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Skipped).SetProperty(m => m.DoneAt, now), ct);
    }
}
