using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>What the staff may do to one entitlement by hand. Each is safe to repeat.</summary>
internal sealed class DeskAccess(StoreDb db, IEvents events, TimeProvider clock)
{
    public async Task Revoke(EntitlementId id, CancellationToken ct)
    {
        const string Reason = "The store took it back.";
        var entitlement = await Get(id, ct);
        if (entitlement.Revoke(Reason, clock.Now)) events.Raise(entitlement, new EntitlementRevoked(id, Reason));
        await db.SaveChangesAsync(ct);
    }

    public async Task Restore(EntitlementId id, CancellationToken ct)
    {
        var entitlement = await Get(id, ct);
        if (entitlement.Restore()) events.Raise(entitlement, new EntitlementRestored(id));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Gives every file its full number of downloads back.</summary>
    public async Task ResetDownloads(EntitlementId id, CancellationToken ct)
    {
        await Get(id, ct);
        await db.Transact(() => db.Set<DownloadCount>().Where(c => c.EntitlementId == id).ExecuteDeleteAsync(ct), ct);
    }

    private async Task<Entitlement> Get(EntitlementId id, CancellationToken ct) =>
        await db.Set<Entitlement>().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw Refusal.NotFound("entitlement");
}
