using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Licenses;

/// <summary>A full refund takes the keys back; a partial one leaves them.</summary>
internal sealed class RevokeRefunded(OrderLicenses licenses) : IReactTo<OrderRefunded>
{
    public Task React(OrderRefunded fact, Occurrence at, CancellationToken ct) => fact.IsFull
        ? licenses.Hear(fact.Order, Standing.Revoked, OrderStanding.Refunded, at, ct)
        : Task.CompletedTask;
}
