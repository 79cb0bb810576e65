using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>The store always has an owner who can come in.</summary>
internal sealed class LastOwner(StoreDb db)
{
    /// <summary>
    /// Asked before an owner is taken away. The others become part of the change, so that two owners who take each other away at the same moment
    /// collide in the database: one of the two looks again, and is told.
    /// </summary>
    /// <exception cref="Refusal"><c>owner.last</c>.</exception>
    public async Task DemandAnother(StaffMember leaving, CancellationToken ct)
    {
        if (!leaving.IsActingOwner) return;
        var others = await db.Set<StaffMember>().Where(m => m.Role == StaffRole.Owner && m.Status == StaffStatus.Active && m.Id != leaving.Id).ToListAsync(ct);
        if (others.Count == 0) throw Refusal.Conflict("owner.last", "The store needs an owner who can sign in. Make somebody else one first.");
        foreach (var other in others) other.Witness();
    }
}
