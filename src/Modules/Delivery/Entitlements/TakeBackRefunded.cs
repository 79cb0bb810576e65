using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Entitlements;

/// <summary>A full refund takes back what was delivered; a partial one leaves it.</summary>
internal sealed class TakeBackRefunded(OrderAccess access) : IReactTo<OrderRefunded>
{
    public Task React(OrderRefunded fact, Occurrence at, CancellationToken ct) => fact.IsFull
        ? access.Hear(fact.Order, Standing.Revoked, OrderStanding.Refunded, at, ct)
        : Task.CompletedTask;
}
