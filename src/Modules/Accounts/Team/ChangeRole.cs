using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Team;

/// <summary>Gives a member another role, the owner's too; it holds from their next click.</summary>
internal sealed class ChangeRole(StoreDb db, TeamBook team, RoleShelf roles, LastOwner owners)
{
    /// <param name="Role"><c>owner</c>, <c>manager</c>, <c>support</c>, <c>finance</c>, <c>developer</c>, or the id of a role of the store's own.</param>
    public sealed record Request(string Role);

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

    public static async Task<Ok<TeamList.Member>> Endpoint(StaffId id, Request request, ChangeRole change, TeamList team, ClaimsPrincipal user, CancellationToken ct)
    {
        await change.Handle(id, request.Role, Actor.Of(user), ct);
        return TypedResults.Ok(await team.One(id, ct));
    }
}
