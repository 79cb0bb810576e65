using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>Orders as other modules see them, read without tracking.</summary>
internal sealed class OrderReader(StoreDb db, OrderReads reads) : IOrders
{
    private const int Most = 200;

    public Task<OrderSummary?> Find(OrderId id, CancellationToken ct) => reads.Find(db, id, ct);

    public async Task<IReadOnlyList<OrderSummary>> Of(CustomerId customer, CancellationToken ct) => await db.Set<Order>().AsNoTracking()
        .Where(o => o.CustomerId == customer && o.PaidAt != null)
        .OrderByDescending(o => o.PlacedAt).Take(Most)
        .Select(OrderReads.Summary).ToListAsync(ct);
}
