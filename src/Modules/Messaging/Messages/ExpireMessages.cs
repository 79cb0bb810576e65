using Emporium.Messaging.Endpoints;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Messages;

/// <summary>
/// Drops messages after thirty days, with the answers they got: the log of facts keeps what happened. What still waits stays, unless it
/// waits for an endpoint that another node deleted while this one stored the fact.
/// </summary>
internal sealed class ExpireMessages(StoreDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task Run(CancellationToken ct)
    {
        var before = clock.Now - Kept;
        return db.Transact(() => db.Set<Message>()
            .Where(m => m.CreatedAt < before && (m.Status != MessageStatus.Pending || !db.Set<WebhookEndpoint>().Any(e => e.Id == m.EndpointId)))
            .ExecuteDeleteAsync(ct), ct);
    }
}
