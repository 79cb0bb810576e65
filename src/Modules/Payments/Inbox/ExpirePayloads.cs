using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>Forgets what webhooks said; that they came stays known.</summary>
internal sealed class ExpirePayloads(StoreDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Task Run(CancellationToken ct)
    {
        var before = clock.Now - Kept;
        return db.Transact(() => db.Set<InboxMessage>().Where(m => m.ReceivedAt < before && m.Body != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, (byte[]?)null), ct), ct);
    }
}
