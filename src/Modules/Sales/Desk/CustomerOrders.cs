using Emporium.Accounts.Contracts;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>What Sales tells the desk about a customer: what they spent and got back, and their orders.</summary>
internal sealed class CustomerOrders(StoreDb db, StoreMode mode, IMailDesk mails) : ICustomerHistory
{
    private const int Latest = 10;

    public sealed record Sum(Money Paid, Money Refunded, int Orders);

    public sealed record Row(OrderId Id, string Number, OrderStatus Status, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, Money Total, Money Refunded);

    /// <summary>One a currency, of orders that were ever paid.</summary>
    public async Task<IReadOnlyList<Sum>> Sums(CustomerId customer, CancellationToken ct)
    {
        var sums = await Of(customer).Where(o => o.PaidAt != null).GroupBy(o => o.Total.Currency)
            .Select(g => new { Currency = g.Key, Paid = g.Sum(o => o.Total.Minor), Refunded = g.Sum(o => o.RefundedMinor), Orders = g.Count() }).ToListAsync(ct);
        return [.. sums.OrderByDescending(s => s.Orders).Select(s => new Sum(new(s.Paid, s.Currency), new(s.Refunded, s.Currency), s.Orders))];
    }

    public Task<List<Row>> Orders(CustomerId customer, CancellationToken ct) => Of(customer).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(Latest)
        .Select(o => new Row(o.Id, o.Number, o.Status, o.PlacedAt, o.PaidAt, new Money(o.Total.Minor, o.Total.Currency), new Money(o.RefundedMinor, o.Total.Currency))).ToListAsync(ct);

    public async Task<IReadOnlyList<CustomerMoment>> About(CustomerId customer, CancellationToken ct)
    {
        var moments = new List<CustomerMoment>();
        foreach (var order in await Orders(customer, ct))
        {
            var page = $"/admin/orders/{order.Id}";
            moments.Add(new(order.PlacedAt, $"Placed order {order.Number}", Words.Of(order.Total), Href: page));
            if (order.PaidAt is { } paid) moments.Add(new(paid, $"Paid order {order.Number}", Words.Of(order.Total), "good", page));
            moments.AddRange((await mails.About(order.Id.ToString(), ct)).Select(m => new CustomerMoment(m.CreatedAt, $"Letter written: {m.Name}", Href: $"/admin/mails/{m.Id}")));
        }
        return moments;
    }

    private IQueryable<Order> Of(CustomerId customer) => db.Set<Order>().AsNoTracking().Where(o => o.CustomerId == customer && o.Book == mode.Book);
}
