using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Who is of the team and who is asked to join it. A team is short: all of it stands on one page.</summary>
internal sealed class TeamList(StoreDb db, TimeProvider clock)
{
    /// <param name="Role">As <see cref="InviteMember.Request"/> names it.</param>
    /// <param name="RoleName">As people read it.</param>
    public sealed record Member(StaffId Id, string Name, string Email, string Role, string RoleName, StaffStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt);

    /// <param name="Role">As <see cref="InviteMember.Request"/> names it.</param>
    /// <param name="InvitedBy">The member's name; left out where they have left.</param>
    /// <param name="IsExpired">The link opens nothing any more; it can be sent again.</param>
    public sealed record Invited(InvitationId Id, string Email, string Role, string RoleName, string? InvitedBy, DateTimeOffset SentAt, DateTimeOffset ExpiresAt, bool IsExpired);

    public Task<IReadOnlyList<Member>> Members(CancellationToken ct) => Read(db.Set<StaffMember>(), ct);

    public async Task<Member> One(StaffId id, CancellationToken ct) => (await Read(db.Set<StaffMember>().Where(m => m.Id == id), ct))[0];

    public Task<IReadOnlyList<Invited>> Invitations(CancellationToken ct) => Read(db.Set<TeamInvitation>(), ct);

    public async Task<Invited> Invitation(InvitationId id, CancellationToken ct) => (await Read(db.Set<TeamInvitation>().Where(i => i.Id == id), ct))[0];

    public static async Task<Page<Member>> MembersEndpoint(TeamList team, CancellationToken ct) => new(await team.Members(ct), null);

    public static async Task<Page<Invited>> InvitationsEndpoint(TeamList team, CancellationToken ct) => new(await team.Invitations(ct), null);

    private async Task<IReadOnlyList<Member>> Read(IQueryable<StaffMember> members, CancellationToken ct)
    {
        var rows = await members.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .LeftJoin(db.Set<Role>(), m => m.RoleId, r => (RoleId?)r.Id, (m, r) => new { Member = m, Role = r == null ? null : r.Name }).ToListAsync(ct);
        return [.. rows.Select(r => new Member(r.Member.Id, r.Member.Name, r.Member.Email, r.Member.Holds.ToString(), r.Role ?? NamedRole.NameOf(r.Member.Role), r.Member.Status, r.Member.CreatedAt, r.Member.LastSignInAt))];
    }

    private async Task<IReadOnlyList<Invited>> Read(IQueryable<TeamInvitation> invitations, CancellationToken ct)
    {
        var now = clock.Now;
        var rows = await invitations.AsNoTracking().OrderBy(i => i.CreatedAt).ThenBy(i => i.Id)
            .LeftJoin(db.Set<Role>(), i => i.RoleId, r => (RoleId?)r.Id, (i, r) => new { Invitation = i, Role = r == null ? null : r.Name })
            .LeftJoin(db.Set<StaffMember>(), i => i.Invitation.InvitedBy, m => (StaffId?)m.Id, (i, m) => new { i.Invitation, i.Role, By = m == null ? null : m.Name }).ToListAsync(ct);
        return [.. rows.Select(r => new Invited(r.Invitation.Id, r.Invitation.Email, r.Invitation.Holds.ToString(), r.Role ?? NamedRole.NameOf(r.Invitation.Role), r.By, r.Invitation.SentAt, r.Invitation.ExpiresAt, r.Invitation.ExpiresAt <= now))];
    }
}
