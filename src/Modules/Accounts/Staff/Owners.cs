using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Staff;

internal sealed class Owners(StoreDb db, CreateMember create, StoreAddress address, TimeProvider clock) : IOwners
{
    public async Task<string?> LinkForFirstOwner(CancellationToken ct)
    {
        if (await db.Set<StaffMember>().AnyAsync(m => m.Role == StaffRole.Owner, ct)) return null;
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Name == Invitation.FirstOwner, ct);
        if (invitation is null) db.Add(invitation = new Invitation { Name = Invitation.FirstOwner });
        var token = invitation.Renew(clock.Now);
        await db.SaveChangesAsync(ct);
        return address.To($"/admin/welcome/{token}");
    }

    public async Task<StaffId> Create(string email, string name, string password, CancellationToken ct) =>
        (await create.Handle(email, name, password, RoleChoice.Owner)).Id;
}
