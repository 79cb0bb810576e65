using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>Orders for the desk, newest first: all, of one state, or what a number, an address or an id names.</summary>
internal sealed class OrderSearch(StoreDb db, StoreMode mode)
{
    private const int Limit = 50;

    public sealed record Row(OrderId Id, string Number, OrderStatus Status, string BuyerEmail, DateTimeOffset PlacedAt, Money Total, Money Refunded);

    public async Task<Page<Row>> Find(string? text, OrderStatus? status, Cursor? after, CancellationToken ct)
    {
        var orders = Named(db.Set<Order>().AsNoTracking().Where(o => o.Book == mode.Book), text?.Trim());
        if (status is { } wanted) orders = orders.Where(o => o.Status == wanted);
        if (after is not null)
        {
            var (moment, id) = (after.Moment, OrderId.From(after.Id));
            orders = orders.Where(o => o.PlacedAt < moment || (o.PlacedAt == moment && o.Id < id));
        }
        var rows = await orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(Limit + 1)
            .Select(o => new Row(o.Id, o.Number, o.Status, o.BuyerEmail, o.PlacedAt, new Money(o.Total.Minor, o.Total.Currency), new Money(o.RefundedMinor, o.Total.Currency)))
            .ToListAsync(ct);
        return Page<Row>.Of(rows, Limit, r => Cursor.At(r.PlacedAt, r.Id.Value));
    }

    /// <summary>Each way of naming an order is one index.</summary>
    private static IQueryable<Order> Named(IQueryable<Order> orders, string? text)
    {
        if (string.IsNullOrEmpty(text)) return orders;
        if (OrderId.TryParse(text, null, out var id)) return orders.Where(o => o.Id == id);
        var (lower, upper) = (text.ToLowerInvariant(), text.ToUpperInvariant());
        return text.Contains('@', StringComparison.Ordinal) ? orders.Where(o => o.BuyerEmailLower == lower) : orders.Where(o => o.Number == upper || o.Number == "E-" + upper);
    }
}
