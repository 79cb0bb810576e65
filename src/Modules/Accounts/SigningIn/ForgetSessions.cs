using Emporium.Accounts.Resetting;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>Deletes what has run out: sessions that nobody can come back to, links for a new password, counters of attempts.</summary>
internal sealed class ForgetSessions(StoreDb db, TimeProvider clock) : IJob
{
    // A used link is the memory of which letters came before it.
    private static readonly TimeSpan LinksRemembered = TimeSpan.FromDays(8);

    public async Task Run(CancellationToken ct)
    {
        var (now, longAgo) = (clock.Now, clock.Now - LinksRemembered);
        await db.Transact(() => db.Set<Session>().Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(ct), ct);
        await db.Transact(() => db.Set<PasswordReset>().Where(r => r.ExpiresAt <= longAgo).ExecuteDeleteAsync(ct), ct);
        await db.Transact(() => db.Set<ThrottleCounter>().Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(ct), ct);
    }
}
