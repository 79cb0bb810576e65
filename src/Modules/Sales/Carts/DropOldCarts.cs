using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Carts;

/// <summary>Forgets carts that nobody touched for a month. What was ordered lives on in its order.</summary>
internal sealed class DropOldCarts(StoreDb db, TimeProvider clock) : IJob
{
    public Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        return db.Transact(() => db.Set<Cart>().Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct), ct);
    }
}
