using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Consents;

/// <summary>Forgets addresses that somebody typed and nobody confirmed within 30 days: there is no reason to keep them.</summary>
internal sealed class ForgetUnanswered(StoreDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task Run(CancellationToken ct)
    {
        var since = clock.Now - Kept;
        return db.Transact(() => db.Set<Consent>().Where(c => c.Status == ConsentStatus.Asked && c.AskedAt < since).ExecuteDeleteAsync(ct), ct);
    }
}
