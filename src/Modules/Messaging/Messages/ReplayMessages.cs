using System.Globalization;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Sending;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Messages;

/// <summary>Has messages sent once more: one, whatever became of it, or all that failed since a moment. Receivers know a repeat by its webhook-id.</summary>
internal sealed class ReplayMessages(StoreDb db, CourierBell bell, TimeProvider clock)
{
    /// <param name="Since">Of their first queueing.</param>
    public sealed record Failures(DateTimeOffset Since);

    /// <param name="Count">How many are sent again.</param>
    public sealed record Replayed(int Count);

    public async Task One(EndpointId endpoint, MessageId id, CancellationToken ct)
    {
        await DemandEnabled(endpoint, ct);
        var message = await db.Set<Message>().SingleOrDefaultAsync(m => m.Id == id && m.EndpointId == endpoint, ct) ?? throw Refusal.NotFound("message");
        message.Queue(clock.Now);
        db.AfterCommit(bell.Ring);
        await db.SaveChangesAsync(ct);
    }

    public Task<int> FailedSince(EndpointId endpoint, DateTimeOffset since, CancellationToken ct) => db.Transact(async () =>
    {
        await DemandEnabled(endpoint, ct);
        var (now, from) = (clock.Now, since.ToUniversalTime());
        db.AfterCommit(bell.Ring);
        return await db.Set<Message>().Where(m => m.EndpointId == endpoint && m.Status == MessageStatus.Failed && m.CreatedAt >= from && m.Trial == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Pending).SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.QueuedAt, now).SetProperty(m => m.DueAt, now).SetProperty(m => m.DoneAt, (DateTimeOffset?)null), ct);
    }, ct);

    public static async Task<NoContent> OneEndpoint(EndpointId id, MessageId message, ReplayMessages replay, CancellationToken ct)
    {
        await replay.One(id, message, ct);
        return TypedResults.NoContent();
    }

    public static async Task<Ok<Replayed>> FailedEndpoint(EndpointId id, Failures failures, ReplayMessages replay, CancellationToken ct) =>
        TypedResults.Ok(new Replayed(await replay.FailedSince(id, failures.Since, ct)));

    public static async Task<SeeOther> OneForm(EndpointId id, MessageId message, ReplayMessages replay, CancellationToken ct)
    {
        await replay.One(id, message, ct);
        return SeeOther.To($"/admin/settings/webhooks/{id}/messages/{message}");
    }

    public static async Task<SeeOther> FailedForm(EndpointId id, [FromForm] string? since, ReplayMessages replay, CancellationToken ct)
    {
        if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
            throw Refusal.Invalid("message.since_invalid", "Choose the day from which on failed messages are sent again.", "since");
        await replay.FailedSince(id, from, ct);
        return SeeOther.To($"/admin/settings/webhooks/{id}");
    }

    private async Task DemandEnabled(EndpointId id, CancellationToken ct)
    {
        if ((await db.FindEndpoint(id, ct)).Status is EndpointStatus.Disabled)
            throw Refusal.Conflict("endpoint.disabled", "This endpoint is switched off. Switch it on first.");
    }
}
