using Emporium.Delivery.Library;
using Emporium.Sales.Orders;
using Emporium.Torture.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Torture.Buyers;

/// <summary>What buyers find around them.</summary>
internal sealed record Town(Addresses Addresses, Bank Bank, Clerk Clerk, Desk Desk, Misfortunes Misfortunes, Tally Tally, ulong Seed)
{
    public Visitor Visitor() => new(Addresses.Store, Tally);

    /// <summary>The order of this e-mail address; each buyer has one of their own and orders once.</summary>
    public Task<Bill?> BillOf(string email, string payUrl) => Clerk.Do<IServiceProvider, Bill?>(async scope =>
    {
        var orders = await scope.GetRequiredService<Platform.Data.StoreDb>().Set<Order>().AsNoTracking()
            .Where(o => o.BuyerEmailLower == email).Select(o => new { o.Id, o.CustomerId, o.PlacedAt, o.Total.Minor }).ToListAsync();
        if (orders.Count > 1) Tally.Add(Wrong.Duplicate, $"{email} submitted one cart and has {orders.Count} orders.");
        return orders is [var order, ..]
            ? new Bill(order.Id, order.CustomerId, scope.GetRequiredService<OrderLinks>().TokenFor(order.Id, order.PlacedAt), order.Minor, payUrl)
            : null;
    });

    public string LibraryToken(Bill bill) => Clerk.Services.GetRequiredService<LibraryLinks>().TokenFor(bill.Customer);
}
