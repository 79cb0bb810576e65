using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Deletes a member's account with all that belongs to it; their keys are revoked in the same transaction. Whoever leaves does it themselves the same way.</summary>
internal sealed class RemoveMember(StoreDb db, TeamBook team, LastOwner owners, EndAccess access)
{
    /// <param name="Email">The member's address once more: this cannot be taken back.</param>
    public sealed record Request(string Email);

    /// <param name="email">The member's address once more.</param>
    /// <exception cref="Refusal"><c>member.not_found</c>, <c>member.address_differs</c>, <c>permission.above_own</c>, <c>owner.last</c>.</exception>
    public async Task Handle(StaffId id, string? email, Actor by, CancellationToken ct)
    {
        var member = await team.Find(id, by, ct);
        MemberPage.DemandAddress(member, email);
        await owners.DemandAnother(member, ct);
        db.Remove(member);
        var holder = id.ToString();
        await db.Transact(async () =>
        {
            await access.Of(id, ct);
            await db.Set<Passkey>().Where(p => p.Holder == holder).ExecuteDeleteAsync(ct);
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    public static async Task<IResult> Page(StaffId id, [FromForm] string? email, RemoveMember remove, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            await remove.Handle(id, email, Actor.Of(user), ct);
            return SeeOther.To(TeamPage.Address);
        }
        catch (Refusal refused)
        {
            return MemberPage.With(id, refused, "remove");
        }
    }

    public static async Task<NoContent> Endpoint(StaffId id, Request request, RemoveMember remove, ClaimsPrincipal user, CancellationToken ct)
    {
        await remove.Handle(id, request.Email, Actor.Of(user), ct);
        return TypedResults.NoContent();
    }
}
