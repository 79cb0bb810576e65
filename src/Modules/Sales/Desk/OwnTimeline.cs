using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>What Sales itself knows of an order's life.</summary>
internal sealed class OwnTimeline(StoreDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> About(OrderId order, CancellationToken ct)
    {
        var found = await db.Set<Order>().AsNoTracking().Include(o => o.Refunds).SingleOrDefaultAsync(o => o.Id == order, ct);
        if (found is null) return [];
        List<TimelineItem> items = [new(found.PlacedAt, "Placed", $"{Words.Of(found.Total)} agreed", "neutral")];
        if (found.PaidAt is { } paid) items.Add(new(paid, "Paid", Words.Of(found.Total), "good"));
        if (found.CanceledAt is { } canceled) items.Add(new(canceled, "Canceled", "Nobody paid in time.", "neutral"));
        return [.. items, .. found.Refunds.SelectMany(Of)];
    }

    private static IEnumerable<TimelineItem> Of(OrderRefund refund)
    {
        yield return new(refund.RequestedAt, $"Refund of {Words.Of(refund.Amount)} decided", $"{refund.RequestedBy}{(refund.Reason is null ? "" : $": {refund.Reason}")}", "neutral");
        if (refund.SettledAt is { } at)
            yield return refund.Status is OrderRefundStatus.Succeeded
                ? new(at, $"{Words.Of(refund.Amount)} given back", null, "good")
                : new(at, $"{Words.Of(refund.Amount)} could not be given back", refund.Failure, "bad");
    }
}
