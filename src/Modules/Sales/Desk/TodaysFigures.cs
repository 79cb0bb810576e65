using Emporium.Platform.Data;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>The day so far (UTC), and what a person has to see to.</summary>
internal sealed class TodaysFigures(StoreDb db, TimeProvider clock)
{
    /// <param name="Paid">Per currency.</param>
    /// <param name="FailedRefunds">Money that the gateway could not give back.</param>
    public sealed record Figures(int Orders, IReadOnlyList<Money> Paid, IReadOnlyList<Money> Refunded, int FailedRefunds, int Disputed);

    public async Task<Figures> Of(Book book, CancellationToken ct)
    {
        var today = new DateTimeOffset(clock.Now.UtcDateTime.Date, TimeSpan.Zero);
        var orders = db.Set<Order>().AsNoTracking().Where(o => o.Book == book);
        var paid = await orders.Where(o => o.PaidAt >= today).GroupBy(o => o.Total.Currency)
            .Select(g => new { g.Key, Count = g.Count(), Minor = g.Sum(o => o.Total.Minor) }).ToListAsync(ct);
        var refunds = await orders.SelectMany(o => o.Refunds).Where(r => r.Status != OrderRefundStatus.Failed && r.RequestedAt >= today).GroupBy(r => r.Amount.Currency)
            .Select(g => new { g.Key, Minor = g.Sum(r => r.Amount.Minor) }).ToListAsync(ct);
        return new Figures(
            paid.Sum(p => p.Count),
            [.. paid.Select(p => new Money(p.Minor, p.Key))],
            [.. refunds.Select(r => new Money(r.Minor, r.Key))],
            await orders.SelectMany(o => o.Refunds).CountAsync(r => r.Status == OrderRefundStatus.Failed, ct),
            await orders.CountAsync(o => o.Status == Contracts.OrderStatus.Disputed, ct));
    }
}
