using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Jobs;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk.Home;

/// <summary>
/// Sums the days of the last month that are over, once each. Nobody waits for it: what it has not summed yet is summed where it is shown. A refund
/// that fails later was never given back: its day is summed again.
/// </summary>
internal sealed class SumDays(StoreDb db, DaySums sums, StoreMode mode, TimeProvider clock) : IJob, IReactTo<OrderRefundFailed>
{
    public const int Kept = 35;

    public async Task Run(CancellationToken ct)
    {
        // What was paid in the last second of a day may be saved in the next one.
        var today = DateOnly.FromDateTime(clock.Now.AddHours(-1).UtcDateTime);
        var (book, first) = (mode.Book, today.AddDays(-Kept));
        var done = await db.Set<SalesDay>().Where(d => d.Book == book && d.Day >= first && d.Currency == "").Select(d => d.Day).ToListAsync(ct);
        for (var day = first; day < today; day = day.AddDays(1))
            if (!done.Contains(day)) await Sum(book, day, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task React(OrderRefundFailed fact, Occurrence at, CancellationToken ct)
    {
        var refund = await db.Set<OrderRefund>().AsNoTracking().Where(r => r.Id == fact.Refund).Select(r => new { r.RequestedAt, r.Amount.Currency, r.Amount.Minor }).SingleOrDefaultAsync(ct);
        if (refund is null) return;
        var (book, day) = (at.Book, DateOnly.FromDateTime(refund.RequestedAt.UtcDateTime));
        if (await db.Set<SalesDay>().SingleOrDefaultAsync(d => d.Book == book && d.Day == day && d.Currency == refund.Currency, ct) is not { } known) return;
        known.Refunds--;
        known.RefundedMinor -= refund.Minor;
    }

    private async Task Sum(Book book, DateOnly day, CancellationToken ct)
    {
        db.Add(new SalesDay { Book = book, Day = day, Currency = "" });
        foreach (var sum in await sums.Of(book, day, ct))
            db.Add(new SalesDay { Book = book, Day = day, Currency = sum.Currency, Orders = sum.Orders, SoldMinor = sum.SoldMinor, Refunds = sum.Refunds, RefundedMinor = sum.RefundedMinor });
    }
}
