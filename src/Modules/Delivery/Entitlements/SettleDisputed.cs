using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Entitlements;

internal sealed class SettleDisputed(OrderAccess access) : IReactTo<OrderDisputeClosed>
{
    public Task React(OrderDisputeClosed fact, Occurrence at, CancellationToken ct) => fact.IsWon
        ? access.Hear(fact.Order, Standing.Active, null, at, ct)
        : access.Hear(fact.Order, Standing.Revoked, "The payment was disputed, and the bank gave the money back.", at, ct);
}
