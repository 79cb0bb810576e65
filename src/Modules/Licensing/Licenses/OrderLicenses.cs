using System.Text;
using Emporium.Licensing.Contracts;
using Emporium.Licensing.Keys;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>Makes a key for each piece that an order paid for and keeps the keys in line with the news about the order, in the caller's unit of work.</summary>
internal sealed class OrderLicenses(StoreDb db, IEvents events, Vault vault, TimeProvider clock) : OrderFollower<LicenseStanding>(db)
{
    public async Task Issue(OrderPaid paid, Occurrence at, CancellationToken ct)
    {
        if (!paid.Lines.Any(l => l.IssuesLicense)) return;
        var standing = await StandingOf(paid.Order, ct);
        if (!standing.Serve(at.Sequence) || standing.Status is Standing.Revoked) return;
        foreach (var line in paid.Lines.Where(l => l.IssuesLicense))
            for (var ordinal = 1; ordinal <= line.Quantity; ordinal++)
                Align(await Issue(paid, line, ordinal, at, ct), standing.Status, standing.Reason);
    }

    protected override async Task Align(OrderId order, Standing standing, string? reason, CancellationToken ct)
    {
        foreach (var license in await Of(order).ToListAsync(ct)) Align(license, standing, reason);
    }

    protected override async Task GiveBack(OrderId order, CancellationToken ct)
    {
        foreach (var license in await Of(order).Where(l => l.Reason == OrderStanding.Refunded).ToListAsync(ct))
            if (license.Restore()) events.Raise(license, new LicenseRestored(license.Id));
    }

    private IQueryable<License> Of(OrderId order) => Db.Set<License>().Where(l => l.OrderId == order);

    private async Task<License> Issue(OrderPaid paid, OrderPaid.Line line, int ordinal, Occurrence at, CancellationToken ct)
    {
        var key = LicenseKey.New();
        var sealedKey = await vault.Seal(paid.Customer.ToString(), Encoding.ASCII.GetBytes(key.ToString()), ct);
        var license = License.Issue(LicenseId.New(clock), paid, line, ordinal, key, sealedKey, at);
        Db.Add(license);
        events.Raise(license, new LicenseIssued(license.Id, line.Product, paid.Customer, line.Id));
        return license;
    }

    // Only what rests becomes good again: what the staff revoked by hand stays revoked.
    private void Align(License license, Standing standing, string? reason)
    {
        IFact? fact = standing switch
        {
            Standing.Revoked when license.Revoke(reason!, clock.Now) => new LicenseRevoked(license.Id, reason!),
            Standing.Suspended when license.Suspend(reason!, clock.Now) => new LicenseSuspended(license.Id, reason!),
            Standing.Active when license.Status is LicenseStatus.Suspended && license.Restore() => new LicenseRestored(license.Id),
            _ => null,
        };
        if (fact is not null) events.Raise(license, fact);
    }
}
