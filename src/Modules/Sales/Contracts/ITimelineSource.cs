namespace Emporium.Sales.Contracts;

/// <summary>Port: what another module knows about an order's life. The order page merges every source with the order's own facts.</summary>
public interface ITimelineSource
{
    Task<IReadOnlyList<TimelineItem>> About(OrderId order, CancellationToken ct);
}

/// <param name="Tone"><c>neutral</c>, <c>good</c>, <c>warning</c> or <c>bad</c>.</param>
public sealed record TimelineItem(DateTimeOffset At, string Title, string? Detail, string Tone);
