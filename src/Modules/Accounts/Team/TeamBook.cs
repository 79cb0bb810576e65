using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Finds whom somebody may act on: those who may do no more than they themselves.</summary>
internal sealed class TeamBook(StoreDb db, RoleShelf roles)
{
    /// <exception cref="Refusal"><c>member.not_found</c>, <c>permission.above_own</c>.</exception>
    public async Task<StaffMember> Find(StaffId id, Actor by, CancellationToken ct)
    {
        var member = await db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw Refusal.NotFound("member");
        by.DemandCovers(await roles.GrantsOf(member.Holds, ct));
        return member;
    }

    /// <exception cref="Refusal"><c>invitation.not_found</c>, <c>permission.above_own</c>.</exception>
    public async Task<TeamInvitation> Find(InvitationId id, Actor by, CancellationToken ct)
    {
        var invitation = await db.Set<TeamInvitation>().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw Refusal.NotFound("invitation");
        by.DemandCovers(await roles.GrantsOf(invitation.Holds, ct));
        return invitation;
    }
}
