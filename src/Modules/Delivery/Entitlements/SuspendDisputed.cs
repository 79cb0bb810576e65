using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Entitlements;

internal sealed class SuspendDisputed(OrderAccess access) : IReactTo<OrderDisputed>
{
    public Task React(OrderDisputed fact, Occurrence at, CancellationToken ct) =>
        access.Hear(fact.Order, Standing.Suspended, "The payment is disputed; access rests until the bank has decided.", at, ct);
}
