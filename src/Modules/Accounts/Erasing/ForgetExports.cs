using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Erasing;

/// <summary>Deletes exports that expired, and their keys.</summary>
internal sealed class ForgetExports(StoreDb db, Vault vault, TimeProvider clock) : IJob
{
    public async Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        var old = await db.Set<DataExport>().AsNoTracking().Where(e => e.ExpiresAt <= now).Select(e => e.Id).ToListAsync(ct);
        foreach (var id in old) await vault.Shred(id.ToString(), ct);
        await db.Transact(() => db.Set<DataExport>().Where(e => old.Contains(e.Id)).ExecuteDeleteAsync(ct), ct);
    }
}
