using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Pages;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk.Home;

internal sealed class DisputedOrders(StoreDb db, StoreMode mode) : IDeskConcern
{
    public string Permission => SalesModule.ReadOrders;

    public async Task<DeskConcern?> Look(CancellationToken ct)
    {
        var book = mode.Book;
        var count = await db.Set<Order>().Where(o => o.Book == book && o.Status == OrderStatus.Disputed).OrderBy(o => o.PlacedAt).Take(DeskConcern.Many).CountAsync(ct);
        return count == 0 ? null : new("disputed: answer at the gateway before the deadline", count, "/admin/orders?status=Disputed", IsUrgent: true);
    }
}

internal sealed class FailedRefunds(StoreDb db, StoreMode mode, TimeProvider clock) : IDeskConcern
{
    /// <summary>Older ones have been seen to, or never will be.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    public string Permission => SalesModule.ReadOrders;

    public async Task<DeskConcern?> Look(CancellationToken ct)
    {
        var (book, since) = (mode.Book, clock.Now - Recent);
        var failed = await db.Set<OrderRefund>().Where(r => r.Book == book && r.Status == OrderRefundStatus.Failed && r.RequestedAt > since)
            .OrderByDescending(r => r.RequestedAt).Select(r => r.OrderId).Take(DeskConcern.Many).ToListAsync(ct);
        return failed.Count == 0 ? null : new(
            "refunds did not reach their buyers: find another way with them", failed.Count, $"/admin/orders/{failed[0]}", IsUrgent: true);
    }
}
