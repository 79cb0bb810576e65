using Emporium.Platform.Data;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk.Home;

/// <summary>What a stretch of time sold and gave back: it costs what happened in it.</summary>
internal sealed class DaySums(StoreDb db)
{
    /// <summary>Of one currency.</summary>
    public sealed record Sum(string Currency, int Orders, long SoldMinor, int Refunds, long RefundedMinor)
    {
        public Money Net => new(SoldMinor - RefundedMinor, Currency);
    }

    public async Task<IReadOnlyList<Sum>> Between(Book book, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var sold = await db.Set<Order>().AsNoTracking().Where(o => o.Book == book && o.PaidAt >= from && o.PaidAt < to).GroupBy(o => o.Total.Currency)
            .Select(g => new { g.Key, Count = g.Count(), Minor = g.Sum(o => o.Total.Minor) }).ToListAsync(ct);
        var back = await db.Set<OrderRefund>().AsNoTracking().Where(r => r.Book == book && r.RequestedAt >= from && r.RequestedAt < to && r.Status != OrderRefundStatus.Failed).GroupBy(r => r.Amount.Currency)
            .Select(g => new { g.Key, Count = g.Count(), Minor = g.Sum(r => r.Amount.Minor) }).ToListAsync(ct);
        return [.. sold.Select(s => s.Key).Union(back.Select(b => b.Key)).Order(StringComparer.Ordinal).Select(currency => new Sum(
            currency,
            sold.Find(s => s.Key == currency)?.Count ?? 0, sold.Find(s => s.Key == currency)?.Minor ?? 0,
            back.Find(b => b.Key == currency)?.Count ?? 0, back.Find(b => b.Key == currency)?.Minor ?? 0))];
    }

    public Task<IReadOnlyList<Sum>> Of(Book book, DateOnly day, CancellationToken ct) => Between(book, Midnight(day), Midnight(day.AddDays(1)), ct);

    public static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
