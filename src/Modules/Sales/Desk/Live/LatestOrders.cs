using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Lists;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Desk.Finding;
using Emporium.Sales.Orders;
using Emporium.Ui;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk.Live;

/// <summary>The orders of the last minutes, and each as a row of the list.</summary>
internal sealed class LatestOrders(StoreDb db, StoreMode mode, OrderList list, LetterPress press, IServiceProvider scope, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Longer than any commit takes, and long enough to see an order become paid.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(10);

    public sealed record Seen(OrderId Id, OrderStatus Status);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Seen>> Look(CancellationToken ct)
    {
        var (book, since) = (mode.Book, clock.Now - Back);
        var latest = await db.Set<Order>().AsNoTracking().Where(o => o.Book == book && o.PlacedAt >= since)
            .OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(Most).Select(o => new Seen(o.Id, o.Status)).ToListAsync(ct);
        latest.Reverse();
        return latest;
    }

    /// <summary>As HTML.</summary>
    public async Task<string> Draw(OrderId id, CancellationToken ct)
    {
        var row = await list.Find(id, scope, ct) ?? throw Refusal.NotFound("order");
        return await press.Set<ListRow<OrderList.Line>>(new Dictionary<string, object?>
        {
            ["Line"] = new ListPage<OrderList.Line>.Line($"{id}", row), ["Columns"] = list.Columns.Shown.ToList(), ["IsChoosable"] = false,
        });
    }
}
