using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Roles;

/// <summary>Makes or changes a role of the store's own. Whoever holds it may do what it says from their next click.</summary>
internal sealed class SaveRole(StoreDb db, RoleBook book, TimeProvider clock)
{
    /// <param name="id">Null for a new one.</param>
    /// <exception cref="Refusal"><c>role.not_found</c>, <c>role.name_required</c>, <c>role.name_reserved</c>, <c>role.name_taken</c>, <c>role.description_too_long</c>, <c>permission.unknown</c>, <c>permission.above_own</c>.</exception>
    public async Task<RoleId> Handle(RoleId? id, RolePage.Typed form, Actor by, CancellationToken ct)
    {
        var role = id is { } known ? await db.Set<Role>().SingleOrDefaultAsync(r => r.Id == known, ct) ?? throw Refusal.NotFound("role") : null;
        var grants = book.Chosen(form.Permissions);
        by.DemandCovers(grants);
        if (role is not null) by.DemandCovers(book.Read(role.Permissions));

        if (role is null) db.Add(role = new Role(RoleId.New(clock), clock.Now));
        role.Write(form.Name, form.Description, grants, clock.Now);
        if (await db.Set<Role>().AnyAsync(r => r.NameKey == role.NameKey && r.Id != role.Id, ct))
            throw Refusal.Conflict("role.name_taken", "Another role has this name. Choose one that tells them apart.", "name");
        await db.SaveChangesAsync(ct);
        return role.Id;
    }

    public static Task<IResult> Make([FromForm] RolePage.Typed form, SaveRole save, ClaimsPrincipal user, CancellationToken ct) => Save(null, form, save, user, ct);

    public static Task<IResult> Change(RoleId id, [FromForm] RolePage.Typed form, SaveRole save, ClaimsPrincipal user, CancellationToken ct) => Save(id, form, save, user, ct);

    private static async Task<IResult> Save(RoleId? id, RolePage.Typed form, SaveRole save, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            await save.Handle(id, form, Actor.Of(user), ct);
            return SeeOther.To(RolesPage.Address);
        }
        catch (Refusal refused) when (refused.Kind is not RefusalKind.NotFound)
        {
            return RolePage.With(id, form, refused);
        }
    }
}
