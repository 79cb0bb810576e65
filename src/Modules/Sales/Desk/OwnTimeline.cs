using System.Text.Json;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>What Sales itself knows of an order's life: its facts, and who decided its refunds. What the gateway did is told by Payments.</summary>
internal sealed class OwnTimeline(StoreDb db, IEventDesk events) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> About(OrderId order, CancellationToken ct)
    {
        var facts = await events.History(order.ToString(), ct);
        var refunds = await db.Set<OrderRefund>().AsNoTracking().Where(r => r.OrderId == order).ToListAsync(ct);
        var notes = await db.Set<OrderNote>().AsNoTracking().Where(n => n.OrderId == order).ToListAsync(ct);
        return [.. facts.Select(Of).OfType<TimelineItem>(), .. refunds.Select(Of), .. notes.Select(n => new TimelineItem(n.At, $"Note by {n.Author}", n.Text, "neutral"))];
    }

    private static TimelineItem? Of(EventEnvelope fact) => fact.Type switch
    {
        "order.placed" => new(fact.OccurredAt, "Order placed", $"{Words.Of(Read<OrderPlaced>(fact).Total)} agreed", "neutral"),
        "order.payment_retried" => new(fact.OccurredAt, "The buyer tries to pay again", null, "neutral"),
        "order.paid" => new(fact.OccurredAt, "Order paid", Words.Of(Read<OrderPaid>(fact).Total), "good"),
        "order.money_returned" => Of(fact, Read<OrderMoneyReturned>(fact)),
        "order.refunded" => new(fact.OccurredAt, "Buyer refunded", Words.Of(Read<OrderRefunded>(fact).Amount), "neutral"),
        "order.refund_failed" => new(fact.OccurredAt, "A refund did not reach the buyer", "The money is earned again. Find another way with the buyer.", "bad"),
        "order.loss_taken" => new(fact.OccurredAt, $"The store lost {Words.Of(Read<OrderLossTaken>(fact).Amount)}", "The same money went back by a refund and by the buyer's bank.", "bad"),
        "order.canceled" => new(fact.OccurredAt, "Order canceled", Read<OrderCanceled>(fact).Reason is "replaced" ? "The buyer ordered again with other details." : "Nobody paid in time.", "neutral"),
        _ => null,
    };

    private static TimelineItem Of(EventEnvelope fact, OrderMoneyReturned returned) => new(fact.OccurredAt, $"{Words.Of(returned.Amount)} goes back to the buyer", returned.Reason switch
    {
        "late" => "It came after the order had ended.",
        "double" => "The order was paid already.",
        _ => "It is not what the order costs.",
    }, "warning");

    private static TimelineItem Of(OrderRefund refund) =>
        new(refund.RequestedAt, $"Refund of {Words.Of(refund.Amount)} decided by {refund.RequestedBy}",
            (refund.Cause, refund.Reason) switch
            {
                ({ } cause, null) => Words.Of(cause),
                ({ } cause, var words) => $"{Words.Of(cause)}: {words}",
                (null, var words) => words,
            }, "neutral");

    private static TFact Read<TFact>(EventEnvelope fact) => JsonSerializer.Deserialize<TFact>(fact.Data, Json.Options)!;
}
