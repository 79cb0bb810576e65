using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Roles;

/// <summary>The roles of this store: those of every store, and the merchant's own.</summary>
internal sealed class RoleShelf(StoreDb db, RoleBook book)
{
    /// <summary>The owner's first, then the standard ones, then the merchant's own by name.</summary>
    public async Task<IReadOnlyList<NamedRole>> All(CancellationToken ct)
    {
        var own = await db.Set<Role>().AsNoTracking().OrderBy(r => r.NameKey).ToListAsync(ct);
        return
        [
            .. RoleBook.Standard.Prepend(StaffRole.Owner).Select(r => new NamedRole(new(r), NamedRole.NameOf(r), NamedRole.Describe(r), book.Of(r, null))),
            .. own.Select(r => new NamedRole(new(StaffRole.Custom, r.Id), r.Name, r.Description, book.Read(r.Permissions))),
        ];
    }

    public async Task<Grants> GrantsOf(RoleChoice choice, CancellationToken ct) =>
        choice.Custom is { } id ? book.Read((await db.Set<Role>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw Gone()).Permissions) : book.Of(choice.Kind, null);

    /// <summary>Somebody gets the role in this unit of work: whoever deletes it at this moment looks again.</summary>
    /// <exception cref="Refusal"><c>role.unknown</c>, <c>permission.above_own</c>.</exception>
    public async Task Give(RoleChoice choice, Actor by, CancellationToken ct)
    {
        if (choice.Custom is { } id)
        {
            var role = await db.Set<Role>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw Gone();
            by.DemandCovers(book.Read(role.Permissions));
            role.Give();
        }
        else
        {
            by.DemandCovers(book.Of(choice.Kind, null));
        }
    }

    private static Refusal Gone() => Refusal.Invalid("role.unknown", "This role was deleted. Choose another.", "role");
}
