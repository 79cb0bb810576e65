using Emporium.Licensing.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>What the staff may do to one license by hand. Each is safe to repeat.</summary>
internal sealed class DeskLicenses(StoreDb db, IEvents events, TimeProvider clock)
{
    public async Task<License> Revoke(LicenseId id, CancellationToken ct)
    {
        const string Reason = "The store revoked it.";
        var license = await Get(id, ct);
        if (license.Revoke(Reason, clock.Now)) events.Raise(license, new LicenseRevoked(id, Reason));
        await db.SaveChangesAsync(ct);
        return license;
    }

    public async Task<License> Restore(LicenseId id, CancellationToken ct)
    {
        var license = await Get(id, ct);
        if (license.Restore()) events.Raise(license, new LicenseRestored(id));
        await db.SaveChangesAsync(ct);
        return license;
    }

    public static async Task<SeeOther> RevokeEndpoint(LicenseId id, DeskLicenses desk, CancellationToken ct) => BackToOrder(await desk.Revoke(id, ct));

    public static async Task<SeeOther> RestoreEndpoint(LicenseId id, DeskLicenses desk, CancellationToken ct) => BackToOrder(await desk.Restore(id, ct));

    private static SeeOther BackToOrder(License license) => SeeOther.To($"/admin/orders/{license.OrderId}");

    private async Task<License> Get(LicenseId id, CancellationToken ct) =>
        await db.Set<License>().SingleOrDefaultAsync(l => l.Id == id, ct) ?? throw Refusal.NotFound("license");
}
