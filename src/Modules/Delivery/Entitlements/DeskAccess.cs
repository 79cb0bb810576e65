using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>What the staff may do to one entitlement by hand. Each is safe to repeat.</summary>
internal sealed class DeskAccess(StoreDb db, IEvents events, TimeProvider clock)
{
    public async Task<Entitlement> Revoke(EntitlementId id, CancellationToken ct)
    {
        const string Reason = "The store took it back.";
        var entitlement = await Get(id, ct);
        if (entitlement.Revoke(Reason, clock.Now)) events.Raise(entitlement, new EntitlementRevoked(id, Reason));
        await db.SaveChangesAsync(ct);
        return entitlement;
    }

    public async Task<Entitlement> Restore(EntitlementId id, CancellationToken ct)
    {
        var entitlement = await Get(id, ct);
        if (entitlement.Restore()) events.Raise(entitlement, new EntitlementRestored(id));
        await db.SaveChangesAsync(ct);
        return entitlement;
    }

    /// <summary>Gives every file its full number of downloads back.</summary>
    public async Task<Entitlement> ResetDownloads(EntitlementId id, CancellationToken ct)
    {
        var entitlement = await Get(id, ct);
        await db.Transact(() => db.Set<DownloadCount>().Where(c => c.EntitlementId == id).ExecuteDeleteAsync(ct), ct);
        return entitlement;
    }

    public static async Task<SeeOther> RevokeEndpoint(EntitlementId id, DeskAccess desk, CancellationToken ct) => BackToOrder(await desk.Revoke(id, ct));

    public static async Task<SeeOther> RestoreEndpoint(EntitlementId id, DeskAccess desk, CancellationToken ct) => BackToOrder(await desk.Restore(id, ct));

    public static async Task<SeeOther> ResetEndpoint(EntitlementId id, DeskAccess desk, CancellationToken ct) => BackToOrder(await desk.ResetDownloads(id, ct));

    private static SeeOther BackToOrder(Entitlement entitlement) => SeeOther.To(entitlement.OrderId is { } order ? $"/admin/orders/{order}" : "/admin/orders");

    private async Task<Entitlement> Get(EntitlementId id, CancellationToken ct) =>
        await db.Set<Entitlement>().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw Refusal.NotFound("entitlement");
}
