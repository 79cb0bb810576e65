using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Team;

/// <summary>Gives a member another role, the owner's too; it holds from their next click.</summary>
internal sealed class ChangeRole(StoreDb db, TeamBook team, RoleShelf roles, LastOwner owners)
{
    /// <exception cref="Refusal"><c>member.not_found</c>, <c>role.unknown</c>, <c>permission.above_own</c>, <c>owner.last</c>.</exception>
    public async Task Handle(StaffId id, string? role, Actor by, CancellationToken ct)
    {
        var member = await team.Find(id, by, ct);
        var choice = RoleChoice.Parse(role);
        if (choice == member.Holds) return;

        await roles.Give(choice, by, ct);
        await owners.DemandAnother(member, ct);
        member.Take(choice);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Page(StaffId id, [FromForm] string? role, ChangeRole change, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            await change.Handle(id, role, Actor.Of(user), ct);
            return SeeOther.To(MemberPage.AddressOf(id));
        }
        catch (Refusal refused)
        {
            return MemberPage.With(id, refused);
        }
    }
}
