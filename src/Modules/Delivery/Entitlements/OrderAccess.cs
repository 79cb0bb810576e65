using Emporium.Delivery.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>Opens what an order paid for and keeps it in line with the news about the order, in the caller's unit of work.</summary>
internal sealed class OrderAccess(StoreDb db, IEvents events, TimeProvider clock)
{
    /// <summary>Why access ended, where a full refund took it.</summary>
    public const string Refunded = "The order was refunded.";

    private static readonly CompiledQuery<OrderId, AccessStanding?> Known = new((db, order, _) => db.Set<AccessStanding>().SingleOrDefault(s => s.OrderId == order));

    public async Task Grant(OrderPaid paid, Occurrence at, CancellationToken ct)
    {
        var standing = await StandingOf(paid.Order, ct);
        if (!standing.Serve(at.Sequence) || standing.Status is Standing.Revoked) return;
        foreach (var line in paid.Lines)
        {
            var entitlement = Entitlement.Grant(EntitlementId.New(clock), at.Book, paid.Customer, paid.Order, line, at.At);
            db.Add(entitlement);
            events.Raise(entitlement, new EntitlementGranted(entitlement.Id, paid.Customer, line.Product, entitlement.Source));
            Align(entitlement, standing.Status, standing.Reason);
        }
    }

    public async Task Hear(OrderId order, Standing news, string? reason, Occurrence at, CancellationToken ct)
    {
        var standing = await StandingOf(order, ct);
        if (!standing.Hear(news, reason, at.Sequence)) return;
        foreach (var entitlement in await db.Set<Entitlement>().Where(e => e.OrderId == order).ToListAsync(ct))
            Align(entitlement, news, reason);
    }

    /// <summary>Gives back what a full refund took, and nothing that the staff took by hand.</summary>
    public async Task Return(OrderId order, Occurrence at, CancellationToken ct)
    {
        if (!(await StandingOf(order, ct)).Return(at.Sequence)) return;
        foreach (var entitlement in await db.Set<Entitlement>().Where(e => e.OrderId == order && e.Reason == Refunded).ToListAsync(ct))
            if (entitlement.Restore()) events.Raise(entitlement, new EntitlementRestored(entitlement.Id));
    }

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

    private async Task<AccessStanding> StandingOf(OrderId order, CancellationToken ct)
    {
        if (await Known.Run(db, order, ct) is { } known) return known;
        var standing = new AccessStanding { OrderId = order };
        db.Add(standing);
        return standing;
    }
}
