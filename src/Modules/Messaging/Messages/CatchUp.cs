using Emporium.Messaging.Endpoints;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Messages;

/// <summary>
/// Gives an endpoint what it missed: while it was switched off, and in the moment in which other nodes had not yet heard that it exists.
/// Whatever has its message already is passed over, so that a repeat adds nothing.
/// </summary>
internal sealed class CatchUp(StoreDb db, IEventDesk events, Dialect dialect, TimeProvider clock)
{
    private const int Part = 500;

    /// <summary>Twice what another node may need to hear of a change, and a second for what it was just storing.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <returns>False while it is too early.</returns>
    public async Task<bool> Run(WebhookEndpoint endpoint, DateTimeOffset from, CancellationToken ct)
    {
        if (dialect.IsShared && clock.Now < endpoint.OpenedAt + Grace) return false;
        var subscriber = new Subscriber(endpoint.Id, endpoint.Book, endpoint.Types);
        string? next = null;
        do
        {
            var page = await events.Since(from, Cursor.Parse(next), Part, ct);
            await Add(subscriber, page.Items, ct);
            next = page.NextCursor;
        }
        while (next is not null);

        await db.Transact(() => db.Set<WebhookEndpoint>().Where(e => e.Id == endpoint.Id && e.CatchUpFrom == from)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.CatchUpFrom, (DateTimeOffset?)null), ct), ct);
        return true;
    }

    private async Task Add(Subscriber subscriber, IReadOnlyList<EventEnvelope> facts, CancellationToken ct)
    {
        var wanted = facts.Where(subscriber.Wants).ToList();
        var ids = wanted.ConvertAll(fact => fact.Id);
        var there = await db.Set<Message>().Where(m => m.EndpointId == subscriber.Id && ids.Contains(m.EventId)).Select(m => m.EventId).ToListAsync(ct);
        foreach (var fact in wanted.ExceptBy(there, fact => fact.Id)) db.Add(Message.Of(subscriber.Id, fact, clock));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
