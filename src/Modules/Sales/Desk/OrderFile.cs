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
    public sealed record Content(Order Order, IReadOnlyList<PaymentSummary> Payments, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<TimelineItem> Timeline);

    /// <exception cref="Refusal"><c>order.not_found</c>.</exception>
    public async Task<Content> Open(OrderId id, CancellationToken ct)
    {
        var order = await db.Set<Order>().AsNoTracking().Include(o => o.Lines).ThenInclude(l => l.Adjustments).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, ct)
            ?? throw Refusal.NotFound("order");
        return new Content(order, await payments.For(order.Subject, ct), await ledger.About(order.Subject, ct), await Timeline(id, ct));
    }

    private async Task<IReadOnlyList<TimelineItem>> Timeline(OrderId id, CancellationToken ct)
    {
        List<TimelineItem> items = [];
        foreach (var source in timelines) items.AddRange(await source.About(id, ct));
        items.AddRange((await payments.History(id.ToString(), ct)).Select(m => new TimelineItem(m.At, m.Title, m.Detail, m.Tone)));
        return [.. items.OrderBy(i => i.At)];
    }
}
