using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Entitlements;

internal sealed class GrantAccess(OrderAccess access) : IReactTo<OrderPaid>
{
    public Task React(OrderPaid fact, Occurrence at, CancellationToken ct) => access.Grant(fact, at, ct);
}
