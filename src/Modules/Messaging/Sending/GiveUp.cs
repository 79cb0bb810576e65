using Emporium.Messaging.Endpoints;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Sending;

/// <summary>Switches an endpoint off that wants nothing or takes nothing, and writes to the owners, in the current unit of work.</summary>
internal sealed class GiveUp(StoreDb db, Subscribers subscribers, OwnerPost post, TimeProvider clock)
{
    public async Task Run(EndpointId id, DisabledBy reason, Answer last, CancellationToken ct)
    {
        var endpoint = await db.Set<WebhookEndpoint>().SingleAsync(e => e.Id == id, ct);
        if (!endpoint.Disable(reason, clock.Now)) return;
        await subscribers.Changed(db, ct);
        await post.Write(endpoint, reason, last, ct);
    }
}
