using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Jobs;
using Emporium.Sales.Carts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Settlement;

/// <summary>
/// Ends orders that nobody paid in time, once no attempt can become money any more, and opens their carts again. A capture that
/// comes even later finds a canceled order and goes back by rule.
/// </summary>
internal sealed class CancelStaleOrders(StoreDb db, PaymentAttempts attempts, IEvents events, TimeProvider clock) : IJob
{
    private const int Most = 200;

    public async Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        var stale = await db.Set<Order>().Where(o => o.Status == OrderStatus.Placed && o.ExpiresAt < now).OrderBy(o => o.ExpiresAt).Take(Most).ToListAsync(ct);
        foreach (var order in stale)
        {
            // Captured counts as alive: its fact is on the way.
            if (await attempts.Last(order, ct) is { } last && PaymentAttempts.IsAlive(last)) continue;
            await Cancel(order, now, ct);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task Cancel(Order order, DateTimeOffset at, CancellationToken ct)
    {
        order.Cancel(at);
        events.Raise(order, new OrderCanceled(order.Id, "unpaid"));
        if (order.CartId is { } id && await db.FindCart(id, ct) is { Status: CartStatus.Ordered } cart && cart.Version == order.CartVersion) cart.Reopen(at);
    }
}
