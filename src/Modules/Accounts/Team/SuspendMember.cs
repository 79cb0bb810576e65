using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Team;

/// <summary>Shuts a member out for a while: sessions and keys end in the same transaction, the account stays.</summary>
internal sealed class SuspendMember(StoreDb db, TeamBook team, LastOwner owners, EndAccess access)
{
    public sealed record Request([property: Required] StaffStatus? Status);

    /// <exception cref="Refusal"><c>member.not_found</c>, <c>permission.above_own</c>, <c>owner.last</c>.</exception>
    public async Task Suspend(StaffId id, Actor by, CancellationToken ct)
    {
        var member = await team.Find(id, by, ct);
        if (member.Status is StaffStatus.Suspended) return;
        await owners.DemandAnother(member, ct);
        member.Become(StaffStatus.Suspended);
        await db.Transact(async () =>
        {
            await access.Of(id, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    public async Task Reactivate(StaffId id, Actor by, CancellationToken ct)
    {
        var member = await team.Find(id, by, ct);
        if (member.Status is StaffStatus.Active) return;
        member.Become(StaffStatus.Active);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Page(StaffId id, [FromForm] bool? back, SuspendMember suspend, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            if (back is true) await suspend.Reactivate(id, Actor.Of(user), ct);
            else await suspend.Suspend(id, Actor.Of(user), ct);
            return SeeOther.To(MemberPage.AddressOf(id));
        }
        catch (Refusal refused)
        {
            return MemberPage.With(id, refused);
        }
    }

    public static async Task<Ok<TeamList.Member>> Endpoint(StaffId id, Request request, SuspendMember suspend, TeamList team, ClaimsPrincipal user, CancellationToken ct)
    {
        if (request.Status is StaffStatus.Active) await suspend.Reactivate(id, Actor.Of(user), ct);
        else await suspend.Suspend(id, Actor.Of(user), ct);
        return TypedResults.Ok(await team.One(id, ct));
    }
}
