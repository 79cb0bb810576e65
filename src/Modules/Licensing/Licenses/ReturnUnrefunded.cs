using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Licenses;

/// <summary>A full refund that did not reach the buyer after all takes no key back.</summary>
internal sealed class ReturnUnrefunded(OrderLicenses licenses) : IReactTo<OrderRefundFailed>
{
    public Task React(OrderRefundFailed fact, Occurrence at, CancellationToken ct) => fact.WasFull ? licenses.Return(fact.Order, at, ct) : Task.CompletedTask;
}
