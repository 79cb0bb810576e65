using Emporium.Licensing.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>What the staff may do to one license by hand. Each is safe to repeat.</summary>
internal sealed class DeskLicenses(StoreDb db, IEvents events, TimeProvider clock)
{
    private const string Reason = "The store revoked it.";

    public async Task<License> Revoke(LicenseId id, CancellationToken ct)
    {
        var license = await Get(id, ct);
        Revoke(license);
        await db.SaveChangesAsync(ct);
        return license;
    }

    public async Task<License> Restore(LicenseId id, CancellationToken ct)
    {
        var license = await Get(id, ct);
        Restore(license);
        await db.SaveChangesAsync(ct);
        return license;
    }

    /// <returns>How many were not revoked before.</returns>
    public Task<int> RevokeAll(IReadOnlyList<LicenseId> ids, CancellationToken ct) => Each(ids, Revoke, ct);

    /// <returns>How many were not good before.</returns>
    public Task<int> RestoreAll(IReadOnlyList<LicenseId> ids, CancellationToken ct) => Each(ids, Restore, ct);

    public static async Task<SeeOther> RevokeEndpoint(LicenseId id, DeskLicenses desk, CancellationToken ct) => BackToOrder(await desk.Revoke(id, ct));

    public static async Task<SeeOther> RestoreEndpoint(LicenseId id, DeskLicenses desk, CancellationToken ct) => BackToOrder(await desk.Restore(id, ct));

    private static SeeOther BackToOrder(License license) => SeeOther.To($"/admin/orders/{license.OrderId}");

    private async Task<int> Each(IReadOnlyList<LicenseId> ids, Func<License, bool> act, CancellationToken ct)
    {
        var changed = (await db.Set<License>().Where(l => ids.Contains(l.Id)).ToListAsync(ct)).Count(act);
        await db.SaveChangesAsync(ct);
        return changed;
    }

    private bool Revoke(License license)
    {
        if (!license.Revoke(Reason, clock.Now)) return false;
        events.Raise(license, new LicenseRevoked(license.Id, Reason));
        return true;
    }

    private bool Restore(License license)
    {
        if (!license.Restore()) return false;
        events.Raise(license, new LicenseRestored(license.Id));
        return true;
    }

    private async Task<License> Get(LicenseId id, CancellationToken ct) =>
        await db.Set<License>().SingleOrDefaultAsync(l => l.Id == id, ct) ?? throw Refusal.NotFound("license");
}
