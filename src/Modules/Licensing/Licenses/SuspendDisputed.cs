using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Licenses;

internal sealed class SuspendDisputed(OrderLicenses licenses) : IReactTo<OrderDisputed>
{
    public Task React(OrderDisputed fact, Occurrence at, CancellationToken ct) =>
        licenses.Hear(fact.Order, Standing.Suspended, "The payment is disputed; the key rests until the bank has decided.", at, ct);
}
