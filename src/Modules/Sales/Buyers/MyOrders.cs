using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Buyers;

/// <summary>A customer's own orders: those that were paid, and those that still wait for it.</summary>
internal sealed class MyOrders(StoreDb db)
{
    public const int Limit = 20;

    public sealed record Row(OrderId Id, string Number, OrderStatus Status, DateTimeOffset PlacedAt, Money Total, Money Refunded, string First, int Works);

    /// <summary>Newest first.</summary>
    public async Task<Page<Row>> List(CustomerId customer, Cursor? after, int limit, CancellationToken ct)
    {
        var orders = db.Set<Order>().AsNoTracking().Where(o => o.CustomerId == customer);
        if (after is not null)
        {
            var (moment, id) = (after.Moment, OrderId.From(after.Id));
            orders = orders.Where(o => o.PlacedAt < moment || (o.PlacedAt == moment && o.Id < id));
        }
        var rows = await orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(limit + 1)
            .Select(o => new Row(o.Id, o.Number, o.Status, o.PlacedAt, new Money(o.Total.Minor, o.Total.Currency), new Money(o.RefundedMinor, o.Total.Currency),
                o.Lines.OrderBy(l => l.Position).Select(l => l.Title).FirstOrDefault() ?? "", o.Lines.Count)).ToListAsync(ct);
        return Page<Row>.Of(rows, limit, r => Cursor.At(r.PlacedAt, r.Id.Value));
    }

    /// <exception cref="Refusal"><c>order.not_found</c>: also where it is another customer's.</exception>
    public async Task<Order> Open(string id, CustomerId customer, CancellationToken ct) =>
        (OrderId.TryParse(id, null, out var known) ? await db.Set<Order>().AsNoTracking().Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Id == known && o.CustomerId == customer, ct) : null) ?? throw Refusal.NotFound("order");
}
