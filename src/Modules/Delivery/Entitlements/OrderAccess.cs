using Emporium.Delivery.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>Opens what an order paid for and keeps it in line with the news about the order, in the caller's unit of work.</summary>
internal sealed class OrderAccess(StoreDb db, IEvents events, TimeProvider clock) : OrderFollower<AccessStanding>(db)
{
    public async Task Grant(OrderPaid paid, Occurrence at, CancellationToken ct)
    {
        var standing = await StandingOf(paid.Order, ct);
        if (!standing.Serve(at.Sequence) || standing.Status is Standing.Revoked) return;
        foreach (var line in paid.Lines)
        {
            var entitlement = Entitlement.Grant(EntitlementId.New(clock), at.Book, paid.Customer, paid.Order, line, at.At);
            Db.Add(entitlement);
            events.Raise(entitlement, new EntitlementGranted(entitlement.Id, paid.Customer, line.Product, entitlement.Source));
            Align(entitlement, standing.Status, standing.Reason);
        }
    }

    protected override async Task Align(OrderId order, Standing standing, string? reason, CancellationToken ct)
    {
        foreach (var entitlement in await Of(order).ToListAsync(ct)) Align(entitlement, standing, reason);
    }

    protected override async Task GiveBack(OrderId order, CancellationToken ct)
    {
        foreach (var entitlement in await Of(order).Where(e => e.Reason == OrderStanding.Refunded).ToListAsync(ct))
            if (entitlement.Restore()) events.Raise(entitlement, new EntitlementRestored(entitlement.Id));
    }

    private IQueryable<Entitlement> Of(OrderId order) => Db.Set<Entitlement>().Where(e => e.OrderId == order);

    // Only what rests is opened again: what the staff took away by hand stays away.
    private void Align(Entitlement entitlement, Standing standing, string? reason)
    {
        IFact? fact = standing switch
        {
            Standing.Revoked when entitlement.Revoke(reason!, clock.Now) => new EntitlementRevoked(entitlement.Id, reason!),
            Standing.Suspended when entitlement.Suspend(reason!, clock.Now) => new EntitlementSuspended(entitlement.Id, reason!),
            Standing.Active when entitlement.Status is EntitlementStatus.Suspended && entitlement.Restore() => new EntitlementRestored(entitlement.Id),
            _ => null,
        };
        if (fact is not null) events.Raise(entitlement, fact);
    }
}
