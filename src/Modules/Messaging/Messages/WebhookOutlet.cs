using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Sending;
using Emporium.Platform.Data;
using Emporium.Platform.Events;

namespace Emporium.Messaging.Messages;

/// <summary>Writes a message for each endpoint that waits for a fact, in the transaction that stores the fact.</summary>
internal sealed class WebhookOutlet(StoreDb db, Subscribers subscribers, CourierBell bell, TimeProvider clock) : IFactOutlet
{
    public void Put(EventEnvelope fact)
    {
        foreach (var subscriber in subscribers.All)
        {
            if (!subscriber.Wants(fact)) continue;
            db.Add(Message.Of(subscriber.Id, fact, clock));
            db.AfterCommit(bell.Ring);
        }
    }
}
