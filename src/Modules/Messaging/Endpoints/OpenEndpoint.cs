using Emporium.Messaging.Sending;
using Emporium.Platform.Data;

namespace Emporium.Messaging.Endpoints;

/// <summary>What every change to an endpoint that takes messages brings with it, in the current unit of work.</summary>
internal sealed class OpenEndpoint(StoreDb db, Subscribers subscribers, Dialect dialect, CourierBell bell, TimeProvider clock)
{
    public async Task Tell(WebhookEndpoint endpoint, CancellationToken ct)
    {
        if (dialect.IsShared && endpoint.Status is EndpointStatus.Enabled) endpoint.MindOtherNodes(clock.Now);
        await subscribers.Changed(db, ct);
        db.AfterCommit(bell.Ring);
    }
}
