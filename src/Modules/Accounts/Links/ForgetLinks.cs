using Emporium.Accounts.Visiting;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Links;

/// <summary>Deletes links that open nothing any more, a week after they expired, and the sessions of customers that nobody can come back to.</summary>
internal sealed class ForgetLinks(StoreDb db, TimeProvider clock) : IJob
{
    // So long a late reader is told that the link expired, instead of that it never was.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task Run(CancellationToken ct)
    {
        var (links, now) = (clock.Now - Kept, clock.Now);
        await db.Transact(() => db.Set<Link>().Where(l => l.ExpiresAt <= links).ExecuteDeleteAsync(ct), ct);
        await db.Transact(() => db.Set<CustomerSession>().Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(ct), ct);
    }
}
