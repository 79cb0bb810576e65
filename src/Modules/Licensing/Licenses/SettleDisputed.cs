using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Licenses;

internal sealed class SettleDisputed(OrderLicenses licenses) : IReactTo<OrderDisputeClosed>
{
    public Task React(OrderDisputeClosed fact, Occurrence at, CancellationToken ct) => fact.IsWon
        ? licenses.Hear(fact.Order, Standing.Active, null, at, ct)
        : licenses.Hear(fact.Order, Standing.Revoked, "The payment was disputed, and the bank gave the money back.", at, ct);
}
