using Emporium.Platform.Backups;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>A restored copy may hold sessions that were ended after it was made: none of them comes back.</summary>
internal sealed class EndOldSessions(StoreDb db) : IAfterRestore
{
    public Task Mend(CancellationToken ct) => db.Transact(() => db.Set<Session>().ExecuteDeleteAsync(ct), ct);
}
