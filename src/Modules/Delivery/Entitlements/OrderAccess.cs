using Emporium.Delivery.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>Opens what an order paid for and keeps it in line with the news about the order, in the caller's unit of work.</summary>
internal sealed class OrderAccess(StoreDb db, IEvents events, TimeProvider clock)
{
    private static readonly CompiledQuery<OrderId, OrderStanding?> Known = new((db, order, _) => db.Set<OrderStanding>().SingleOrDefault(s => s.OrderId == order));

    public async Task Grant(OrderPaid paid, Occurrence at, CancellationToken ct)
    {
        var standing = await StandingOf(paid.Order, ct);
        if (!standing.Grant(at.Sequence) || standing.Status is EntitlementStatus.Revoked) return;
        foreach (var line in paid.Lines)
        {
            var entitlement = Entitlement.Grant(EntitlementId.New(clock), at.Book, paid.Customer, paid.Order, line, at.At);
            db.Add(entitlement);
            events.Raise(entitlement, new EntitlementGranted(entitlement.Id, paid.Customer, line.Product, entitlement.Source));
            Align(entitlement, standing.Status, standing.Reason);
        }
    }

    public async Task Hear(OrderId order, EntitlementStatus news, string? reason, Occurrence at, CancellationToken ct)
    {
        var standing = await StandingOf(order, ct);
        if (!standing.Hear(news, reason, at.Sequence)) return;
        foreach (var entitlement in await db.Set<Entitlement>().Where(e => e.OrderId == order).ToListAsync(ct))
            Align(entitlement, news, reason);
    }

    // Only what rests is opened again: what the staff took away by hand stays away.
    private void Align(Entitlement entitlement, EntitlementStatus status, string? reason)
    {
        IFact? fact = status switch
        {
            EntitlementStatus.Revoked when entitlement.Revoke(reason!, clock.Now) => new EntitlementRevoked(entitlement.Id, reason!),
            EntitlementStatus.Suspended when entitlement.Suspend(reason!, clock.Now) => new EntitlementSuspended(entitlement.Id, reason!),
            EntitlementStatus.Active when entitlement.Status is EntitlementStatus.Suspended && entitlement.Restore() => new EntitlementRestored(entitlement.Id),
            _ => null,
        };
        if (fact is not null) events.Raise(entitlement, fact);
    }

    private async Task<OrderStanding> StandingOf(OrderId order, CancellationToken ct)
    {
        if (await Known.Run(db, order, ct) is { } known) return known;
        var standing = new OrderStanding { OrderId = order };
        db.Add(standing);
        return standing;
    }
}
