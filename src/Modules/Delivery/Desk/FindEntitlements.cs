using Emporium.Accounts.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Entitlements;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Desk;

/// <summary>Entitlements by whatever names them: an id, an order, or who holds them. Each is one index.</summary>
internal sealed class FindEntitlements(ICustomers customers, IOrders orders)
{
    public async ValueTask<IQueryable<Entitlement>> Named(IQueryable<Entitlement> entitlements, string text, CancellationToken ct)
    {
        if (EntitlementId.TryParse(text, null, out var id)) return entitlements.Where(e => e.Id == id);
        if (text.Contains('@', StringComparison.Ordinal)) return await customers.FindByEmail(text, ct) is { Id: var holder } ? entitlements.Where(e => e.CustomerId == holder) : entitlements.Where(_ => false);
        return await orders.Named(text, ct) is { } order ? entitlements.Where(e => e.OrderId == order) : entitlements.Where(_ => false);
    }
}
