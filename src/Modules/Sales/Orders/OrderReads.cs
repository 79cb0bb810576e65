using System.Linq.Expressions;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>What is asked of an order while its buyer waits, compiled once for a store: a compiled query belongs to the model of one database.</summary>
internal sealed class OrderReads
{
    public static readonly Expression<Func<Order, OrderSummary>> Summary = o => new OrderSummary(
        o.Id, o.Number, o.CustomerId, o.Status, new Money(o.Total.Minor, o.Total.Currency), new Money(o.RefundedMinor, o.Total.Currency), o.PlacedAt, o.PaidAt,
        o.Lines.OrderBy(l => l.Position).Select(l => new OrderSummary.Line(
            l.Id, l.ProductId, l.Slug, l.Title, l.Kind, l.CoverSeed, l.Quantity, new Money(l.Total.Minor, l.Total.Currency))).ToList());

    public readonly Func<StoreDb, OrderId, CancellationToken, Task<OrderSummary?>> Find = EF.CompileAsyncQuery(
        (StoreDb db, OrderId id, CancellationToken _) => db.Set<Order>().AsNoTracking().Where(o => o.Id == id).Select(Summary).SingleOrDefault());
}
