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
internal sealed class OrderLicenses(StoreDb db, IEvents events, Vault vault, TimeProvider clock)
{
    /// <summary>Why a key was revoked, where a full refund took it.</summary>
    public const string Refunded = "The order was refunded.";

    public async Task Issue(OrderPaid paid, Occurrence at, CancellationToken ct)
    {
        if (!paid.Lines.Any(l => l.IssuesLicense)) return;
        var standing = await StandingOf(paid.Order, ct);
        if (!standing.Serve(at.Sequence) || standing.Status is Standing.Revoked) return;
        foreach (var line in paid.Lines.Where(l => l.IssuesLicense))
            for (var ordinal = 1; ordinal <= line.Quantity; ordinal++)
                Align(await Issue(paid, line, ordinal, at, ct), standing.Status, standing.Reason);
    }

    public async Task Hear(OrderId order, Standing news, string? reason, Occurrence at, CancellationToken ct)
    {
        var standing = await StandingOf(order, ct);
        if (!standing.Hear(news, reason, at.Sequence)) return;
        foreach (var license in await db.Set<License>().Where(l => l.OrderId == order).ToListAsync(ct)) Align(license, news, reason);
    }

    private async Task<License> Issue(OrderPaid paid, OrderPaid.Line line, int ordinal, Occurrence at, CancellationToken ct)
    {
        var key = LicenseKey.New();
        var sealedKey = await vault.Seal(paid.Customer.ToString(), Encoding.ASCII.GetBytes(key.ToString()), ct);
        var license = License.Issue(LicenseId.New(clock), paid, line, ordinal, key, sealedKey, at);
        db.Add(license);
        events.Raise(license, new LicenseIssued(license.Id, line.Product, paid.Customer, line.Id));
        return license;
    }

    /// <summary>Makes good again what a full refund revoked, and nothing that the staff revoked by hand.</summary>
    public async Task Return(OrderId order, Occurrence at, CancellationToken ct)
    {
        if (!(await StandingOf(order, ct)).Return(at.Sequence)) return;
        foreach (var license in await db.Set<License>().Where(l => l.OrderId == order && l.Reason == Refunded).ToListAsync(ct))
            if (license.Restore()) events.Raise(license, new LicenseRestored(license.Id));
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

    private async Task<LicenseStanding> StandingOf(OrderId order, CancellationToken ct)
    {
        if (await db.Set<LicenseStanding>().FindAsync([order], ct) is { } known) return known;
        var standing = new LicenseStanding { OrderId = order };
        db.Add(standing);
        return standing;
    }
}
