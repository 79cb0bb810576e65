using Emporium.Accounts.Links;
using Emporium.Platform.Backups;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Visiting;

/// <summary>A restored copy may hold sessions that a customer ended, and links that were used, after it was made: none of them comes back.</summary>
internal sealed class EndOldVisits(StoreDb db) : IAfterRestore
{
    public Task Mend(CancellationToken ct) => db.Transact(async () =>
    {
        await db.Set<CustomerSession>().ExecuteDeleteAsync(ct);
        await db.Set<Link>().ExecuteDeleteAsync(ct);
    }, ct);
}
