using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Staff;

internal sealed class OwnerAddresses(StoreDb db) : IOwnerAddresses
{
    public async Task<IReadOnlyList<string>> List(CancellationToken ct) => await db.Set<StaffMember>()
        .Where(m => m.Role == StaffRole.Owner && m.Status == StaffStatus.Active).OrderBy(m => m.CreatedAt).Select(m => m.Email).ToListAsync(ct);
}
