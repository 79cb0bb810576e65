using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>Deletes sessions that nobody can come back to.</summary>
internal sealed class ForgetSessions(StoreDb db, TimeProvider clock) : IJob
{
    public Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        return db.Transact(() => db.Set<Session>().Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(ct), ct);
    }
}
