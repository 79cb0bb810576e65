using System.Linq.Expressions;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>Orders as other modules see them, read without tracking.</summary>
internal sealed class OrderReader(StoreDb db) : IOrders
{
    private const int Most = 200;

    private static readonly Expression<Func<Order, OrderSummary>> Summary = o => new OrderSummary(
        o.Id, o.Number, o.CustomerId, o.Status, new Money(o.Total.Minor, o.Total.Currency), new Money(o.RefundedMinor, o.Total.Currency), o.PlacedAt, o.PaidAt,
        o.Lines.OrderBy(l => l.Position).Select(l => new OrderSummary.Line(
            l.Id, l.ProductId, l.Slug, l.Title, l.Kind, l.CoverSeed, l.Quantity, new Money(l.Total.Minor, l.Total.Currency))).ToList());

    private static readonly CompiledQuery<OrderId, OrderSummary?> ById =
        new((db, id, _) => db.Set<Order>().AsNoTracking().Where(o => o.Id == id).Select(Summary).SingleOrDefault());

    public Task<OrderSummary?> Find(OrderId id, CancellationToken ct) => ById.Run(db, id, ct);

    public async Task<OrderId?> Named(string text, CancellationToken ct)
    {
        var (number, id) = (OrderNumber.Read(text), OrderId.TryParse(text, null, out var known) ? known : default);
        return await db.Set<Order>().Where(o => o.Number == number || o.Id == id).Select(o => (OrderId?)o.Id).FirstOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<OrderSummary>> Of(CustomerId customer, CancellationToken ct) => await db.Set<Order>().AsNoTracking()
        .Where(o => o.CustomerId == customer && o.PaidAt != null)
        .OrderByDescending(o => o.PlacedAt).Take(Most)
        .Select(Summary).ToListAsync(ct);
}
