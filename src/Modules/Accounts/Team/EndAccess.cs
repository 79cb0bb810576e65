using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.SigningIn;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Ends everything by which a member comes in, and whoever they invited and who has not come yet, as part of the caller's transaction.</summary>
internal sealed class EndAccess(StoreDb db, TimeProvider clock)
{
    public async Task Of(StaffId id, CancellationToken ct)
    {
        var now = (DateTimeOffset?)clock.Now;
        await db.Set<Session>().Where(s => s.StaffId == id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
        await db.Set<ApiKey>().Where(k => k.MakerId == id && k.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, now), ct);
        await db.Set<TeamInvitation>().Where(i => i.InvitedBy == id).ExecuteDeleteAsync(ct);
    }
}
