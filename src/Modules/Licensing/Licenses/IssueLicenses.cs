using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Licenses;

internal sealed class IssueLicenses(OrderLicenses licenses) : IReactTo<OrderPaid>
{
    public Task React(OrderPaid fact, Occurrence at, CancellationToken ct) => licenses.Issue(fact, at, ct);
}
