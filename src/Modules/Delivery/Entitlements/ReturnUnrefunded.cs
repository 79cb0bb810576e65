using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Entitlements;

/// <summary>A full refund that did not reach the buyer after all takes nothing back.</summary>
internal sealed class ReturnUnrefunded(OrderAccess access) : IReactTo<OrderRefundFailed>
{
    public Task React(OrderRefundFailed fact, Occurrence at, CancellationToken ct) => fact.WasFull ? access.Return(fact.Order, at, ct) : Task.CompletedTask;
}
