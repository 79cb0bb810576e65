using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>How orders are loaded to be changed.</summary>
internal static class OrderQueries
{
    private static readonly CompiledQuery<OrderId, Order?> WithLines = new((db, id, _) => db.Set<Order>().Include(o => o.Lines).SingleOrDefault(o => o.Id == id));

    private static readonly CompiledQuery<OrderId, Order?> ToRead = new((db, id, _) => db.Set<Order>().AsNoTracking().Include(o => o.Lines).SingleOrDefault(o => o.Id == id));

    /// <summary>The order with its lines, to be shown.</summary>
    public static Task<Order?> ReadOrder(this StoreDb db, OrderId id, CancellationToken ct) => ToRead.Run(db, id, ct);

    /// <summary>The order that a payment's reference names, with its lines; null where the reference is not an order's.</summary>
    public static async Task<Order?> FindOrder(this StoreDb db, string reference, CancellationToken ct) =>
        OrderId.TryParse(reference, null, out var id) ? await WithLines.Run(db, id, ct) : null;

    /// <summary>The order with its lines and refunds, for whatever moves money back.</summary>
    public static async Task<Order?> FindOrderWithRefunds(this StoreDb db, string reference, CancellationToken ct) => OrderId.TryParse(reference, null, out var id)
        ? await db.Set<Order>().Include(o => o.Lines).Include(o => o.Refunds).ThenInclude(r => r.Parts).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, ct)
        : null;
}
