using Emporium.Accounts.Contracts;
using Emporium.Platform.Audit;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Staff;

/// <summary>The names of the staff for the audit log, which itself holds only ids.</summary>
internal sealed class StaffNames(StoreDb db) : IActorNames
{
    public async Task<IReadOnlyDictionary<string, string>> Find(IReadOnlyCollection<string> actors, CancellationToken ct)
    {
        List<StaffId> ids = [.. actors.Where(a => StaffId.TryParse(a, null, out _)).Select(a => StaffId.Parse(a, null))];
        return await db.Set<StaffMember>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id.ToString(), m => m.Name, ct);
    }
}
