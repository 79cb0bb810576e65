using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

internal sealed class Holdings(StoreDb db) : IHoldings
{
    public Task<bool> Holds(CustomerId customer, ProductId product, CancellationToken ct) =>
        db.Set<Entitlement>().AnyAsync(e => e.CustomerId == customer && e.ProductId == product && e.Status == EntitlementStatus.Active, ct);
}
