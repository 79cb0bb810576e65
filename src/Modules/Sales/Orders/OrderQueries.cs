using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>How orders are loaded to be changed.</summary>
internal static class OrderQueries
{
    /// <summary>The order that a payment's reference names, with its lines; null where the reference is not an order's.</summary>
    public static async Task<Order?> FindOrder(this StoreDb db, string reference, CancellationToken ct) =>
        OrderId.TryParse(reference, null, out var id) ? await db.Set<Order>().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == id, ct) : null;

    /// <summary>The order with its lines and refunds, for whatever moves money back.</summary>
    public static async Task<Order?> FindOrderWithRefunds(this StoreDb db, string reference, CancellationToken ct) => OrderId.TryParse(reference, null, out var id)
        ? await db.Set<Order>().Include(o => o.Lines).Include(o => o.Refunds).ThenInclude(r => r.Parts).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, ct)
        : null;
}
