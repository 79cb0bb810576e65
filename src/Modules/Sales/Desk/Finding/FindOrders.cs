using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk.Finding;

/// <summary>Orders by whatever names them. Each kind of word is one index: the order's number or id, what payments and other modules know it by, the beginning of an address or a name.</summary>
internal sealed class FindOrders(Dialect dialect, IPaymentSearch payments, IEnumerable<IOrderNames> names)
{
    /// <summary>Shorter words are no reference or key.</summary>
    private const int ShortestReference = 8;

    public async ValueTask<IQueryable<Order>> Named(IQueryable<Order> orders, string text, CancellationToken ct)
    {
        if (OrderId.TryParse(text, null, out var id)) return orders.Where(o => o.Id == id);
        if (OrderNumber.Read(text) is { } number && await orders.AnyAsync(o => o.Number == number, ct)) return orders.Where(o => o.Number == number);
        if (await Known(text, ct) is { Count: > 0 } known) return orders.Where(o => known.Contains(o.Id));

        var beginning = text.ToLowerInvariant();
        return beginning.Contains('@', StringComparison.Ordinal)
            ? orders.WhereBegins(dialect, beginning, o => o.BuyerEmailLower)
            : orders.WhereBegins(dialect, beginning, o => o.BuyerEmailLower, o => o.BuyerNameLower);
    }

    private async Task<IReadOnlyList<OrderId>> Known(string text, CancellationToken ct)
    {
        List<OrderId> found = [];
        if (text.Length < ShortestReference || text.Contains('@', StringComparison.Ordinal)) return found;
        foreach (var reference in await payments.References(text, ct))
            if (OrderId.TryParse(reference, null, out var id)) found.Add(id);
        foreach (var other in names) found.AddRange(await other.Find(text, ct));
        return found;
    }
}
