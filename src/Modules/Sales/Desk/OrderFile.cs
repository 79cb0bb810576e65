using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>Everything the desk shows about one order, gathered from those who know.</summary>
internal sealed class OrderFile(StoreDb db, IPayments payments, ILedger ledger, IEnumerable<ITimelineSource> timelines)
{
    /// <param name="Newer">The order placed next; null at the top of the list.</param>
    public sealed record Content(
        Order Order, IReadOnlyList<PaymentSummary> Payments, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<TimelineItem> Timeline, IReadOnlyList<OrderNote> Notes, OrderId? Newer, OrderId? Older);

    /// <exception cref="Refusal"><c>order.not_found</c>.</exception>
    public async Task<Content> Open(OrderId id, CancellationToken ct)
    {
        var order = await db.Set<Order>().AsNoTracking().Include(o => o.Lines).ThenInclude(l => l.Adjustments).Include(o => o.Refunds).ThenInclude(r => r.Parts).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, ct)
            ?? throw Refusal.NotFound("order");
        var notes = await db.Set<OrderNote>().AsNoTracking().Where(n => n.OrderId == id).ToListAsync(ct);
        return new Content(order, await payments.For(order.Subject, ct), await ledger.About(order.Subject, ct), await Timeline(id, ct), [.. notes.OrderBy(n => n.At)],
            await Newer(order, ct), await Older(order, ct));
    }

    private async Task<OrderId?> Newer(Order order, CancellationToken ct)
    {
        var (book, at, id) = (order.Book, order.PlacedAt, order.Id);
        return await db.Set<Order>().Where(o => o.Book == book && o.PlacedAt >= at && (o.PlacedAt > at || id < o.Id))
            .OrderBy(o => o.PlacedAt).ThenBy(o => o.Id).Select(o => (OrderId?)o.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<OrderId?> Older(Order order, CancellationToken ct)
    {
        var (book, at, id) = (order.Book, order.PlacedAt, order.Id);
        return await db.Set<Order>().Where(o => o.Book == book && o.PlacedAt <= at && (o.PlacedAt < at || o.Id < id))
            .OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Select(o => (OrderId?)o.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<IReadOnlyList<TimelineItem>> Timeline(OrderId id, CancellationToken ct)
    {
        List<TimelineItem> items = [];
        foreach (var source in timelines) items.AddRange(await source.About(id, ct));
        items.AddRange((await payments.History(id.ToString(), ct)).Select(m => new TimelineItem(m.At, m.Title, m.Detail, m.Tone)));
        return [.. items.OrderBy(i => i.At)];
    }
}
