using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>Puts a webhook back to be worked on.</summary>
internal sealed class ReplayMessage(StoreDb db, Arrivals arrivals, TimeProvider clock)
{
    public static async Task<SeeOther> Endpoint(string id, ReplayMessage replay, CancellationToken ct)
    {
        await replay.Handle(InboxId.TryParse(id, null, out var known) ? known : throw Refusal.NotFound("webhook"), ct);
        return SeeOther.To($"/admin/inbox/{id}");
    }

    /// <returns>How many there were.</returns>
    public async Task<int> All(IReadOnlyList<InboxId> ids, CancellationToken ct)
    {
        var messages = await db.Set<InboxMessage>().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        foreach (var message in messages) Replay(message);
        await db.SaveChangesAsync(ct);
        return messages.Count;
    }

    public async Task Handle(InboxId id, CancellationToken ct)
    {
        var message = await db.Set<InboxMessage>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw Refusal.NotFound("webhook");
        Replay(message);
        await db.SaveChangesAsync(ct);
    }

    private void Replay(InboxMessage message)
    {
        message.Replay(clock.Now);
        db.AfterCommit(() => arrivals.At(message.Gateway).Add(Arrived.Of(message)));
    }
}
