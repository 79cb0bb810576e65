using Emporium.Accounts.Contracts;
using Emporium.Accounts.Staff;
using Emporium.Accounts.Team;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Roles;

/// <summary>Who holds each of the merchant's own roles, and the list of all for programs.</summary>
internal sealed class RoleDesk(StoreDb db, RoleShelf shelf)
{
    /// <param name="Role">What <see cref="InviteMember.Request"/> takes as a role.</param>
    /// <param name="Permissions">Their names; <c>*</c> alone is everything.</param>
    public sealed record Listed(string Role, string Name, string Description, IReadOnlyList<string> Permissions);

    /// <summary>Members and people who are invited, by the role's id.</summary>
    public async Task<ILookup<RoleId, string>> Holders(CancellationToken ct)
    {
        var members = await db.Set<StaffMember>().Where(m => m.RoleId != null).OrderBy(m => m.Name).Select(m => new { m.RoleId, Who = m.Name }).ToListAsync(ct);
        var invited = await db.Set<TeamInvitation>().Where(i => i.RoleId != null).OrderBy(i => i.Email).Select(i => new { i.RoleId, Who = i.Email }).ToListAsync(ct);
        return members.Concat(invited).ToLookup(h => h.RoleId!.Value, h => h.Who);
    }

    public static async Task<Page<Listed>> Endpoint(RoleDesk desk, CancellationToken ct) => new(await desk.All(ct), null);

    private async Task<IReadOnlyList<Listed>> All(CancellationToken ct) =>
        [.. (await shelf.All(ct)).Select(r => new Listed(r.Choice.ToString(), r.Name, r.Description, [.. r.Grants.Names]))];
}
