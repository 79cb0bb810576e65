using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Makes somebody the owner in one's own place, in one step; the owner who gave the store away stays as its manager.</summary>
internal sealed class TransferOwnership(StoreDb db, TeamBook team)
{
    /// <exception cref="Refusal"><c>member.not_found</c>, <c>permission.above_own</c>, <c>owner.not_active</c>, <c>owner.to_self</c>, <c>member.address_differs</c>.</exception>
    public async Task Handle(StaffId id, string? email, Actor by, CancellationToken ct)
    {
        by.DemandCovers(Grants.Everything);
        if (id == by.Member) throw Refusal.Conflict("owner.to_self", "You own the store already. Choose somebody else.");
        var heir = await team.Find(id, by, ct);
        MemberPage.DemandAddress(heir, email);
        if (heir.Status is not StaffStatus.Active) throw Refusal.Conflict("owner.not_active", "Only somebody who can sign in can own the store. Reactivate them first.");

        heir.Take(RoleChoice.Owner);
        (await db.Set<StaffMember>().SingleAsync(m => m.Id == by.Member, ct)).Take(new RoleChoice(StaffRole.Manager));
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Page(StaffId id, [FromForm] string? email, TransferOwnership transfer, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            await transfer.Handle(id, email, Actor.Of(user), ct);
            return SeeOther.To("/admin");
        }
        catch (Refusal refused)
        {
            return MemberPage.With(id, refused, "transfer");
        }
    }
}
