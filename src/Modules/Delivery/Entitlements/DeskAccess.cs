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
    private const string Reason = "The store took it back.";

    public async Task<Entitlement> Revoke(EntitlementId id, CancellationToken ct)
    {
        var entitlement = await Get(id, ct);
        Revoke(entitlement);
        await db.SaveChangesAsync(ct);
        return entitlement;
    }

    public async Task<Entitlement> Restore(EntitlementId id, CancellationToken ct)
    {
        var entitlement = await Get(id, ct);
        Restore(entitlement);
        await db.SaveChangesAsync(ct);
        return entitlement;
    }

    /// <returns>How many were not revoked before.</returns>
    public Task<int> RevokeAll(IReadOnlyList<EntitlementId> ids, CancellationToken ct) => Each(ids, Revoke, ct);

    /// <returns>How many were not open before.</returns>
    public Task<int> RestoreAll(IReadOnlyList<EntitlementId> ids, CancellationToken ct) => Each(ids, Restore, ct);

    /// <returns>Of how many downloads had been counted.</returns>
    public Task<int> ResetAll(IReadOnlyList<EntitlementId> ids, CancellationToken ct) => db.Transact(async () =>
    {
        var counted = await db.Set<DownloadCount>().Where(c => ids.Contains(c.EntitlementId)).Select(c => c.EntitlementId).Distinct().CountAsync(ct);
        await db.Set<DownloadCount>().Where(c => ids.Contains(c.EntitlementId)).ExecuteDeleteAsync(ct);
        return counted;
    }, ct);

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

    private async Task<int> Each(IReadOnlyList<EntitlementId> ids, Func<Entitlement, bool> act, CancellationToken ct)
    {
        var changed = (await db.Set<Entitlement>().Where(e => ids.Contains(e.Id)).ToListAsync(ct)).Count(act);
        await db.SaveChangesAsync(ct);
        return changed;
    }

    private bool Revoke(Entitlement entitlement)
    {
        if (!entitlement.Revoke(Reason, clock.Now)) return false;
        events.Raise(entitlement, new EntitlementRevoked(entitlement.Id, Reason));
        return true;
    }

    private bool Restore(Entitlement entitlement)
    {
        if (!entitlement.Restore()) return false;
        events.Raise(entitlement, new EntitlementRestored(entitlement.Id));
        return true;
    }

    private async Task<Entitlement> Get(EntitlementId id, CancellationToken ct) =>
        await db.Set<Entitlement>().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw Refusal.NotFound("entitlement");
}
