using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>Counts the attempts on an account before they are judged, so that a thousand at once are a thousand, and pauses after too many.</summary>
internal sealed class Attempts(StoreDb db, TimeProvider clock)
{
    private const int Free = 5;
    private const int Many = 10;
    private static readonly TimeSpan ShortPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(15);

    /// <summary>Durable at once: an attempt that is refused has still been made.</summary>
    /// <returns>False while the account pauses, and where there is none.</returns>
    public async Task<bool> Count(string emailKey, CancellationToken ct)
    {
        var now = clock.Now;
        var (shortly, long_) = ((DateTimeOffset?)(now + ShortPause), (DateTimeOffset?)(now + LongPause));
        var counted = await db.Transact(() => db.Set<StaffMember>()
            .Where(m => m.EmailKey == emailKey && (m.LockedUntil == null || m.LockedUntil <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(m => m.FailedSignIns, m => m.FailedSignIns + 1)
                .SetProperty(m => m.LockedUntil, m => m.FailedSignIns + 1 >= Many ? long_ : m.FailedSignIns + 1 >= Free ? shortly : null), ct), ct);
        return counted == 1;
    }

    /// <summary>Part of the caller's transaction.</summary>
    public Task Forget(StaffMember staff, CancellationToken ct)
    {
        var now = clock.Now;
        return db.Set<StaffMember>().Where(m => m.Id == staff.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.FailedSignIns, 0)
            .SetProperty(m => m.LockedUntil, (DateTimeOffset?)null)
            .SetProperty(m => m.LastSignInAt, now), ct);
    }
}
