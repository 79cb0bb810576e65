using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Roles;

/// <summary>Deletes a role that nobody holds and nobody is invited to.</summary>
internal sealed class DeleteRole(StoreDb db, RoleBook book, RoleDesk desk)
{
    /// <exception cref="Refusal"><c>role.not_found</c>, <c>role.held</c>, <c>permission.above_own</c>.</exception>
    public async Task Handle(RoleId id, Actor by, CancellationToken ct)
    {
        var role = await db.Set<Role>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw Refusal.NotFound("role");
        by.DemandCovers(book.Read(role.Permissions));
        if ((await desk.Holders(ct)).Contains(id)) throw Refusal.Conflict("role.held", "Somebody holds this role or is invited to it. Give them another one first.");
        db.Remove(role);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Page(RoleId id, DeleteRole delete, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            await delete.Handle(id, Actor.Of(user), ct);
            return SeeOther.To(RolesPage.Address);
        }
        catch (Refusal refused) when (refused.Kind is not RefusalKind.NotFound)
        {
            return RolePage.With(id, null, refused);
        }
    }
}
