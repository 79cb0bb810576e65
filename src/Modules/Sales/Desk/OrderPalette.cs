using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Pages;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk;

/// <summary>Orders in the desk's search: by number, by id, or the newest of a buyer's address. Each way is one index.</summary>
internal sealed class OrderPalette(StoreDb db, StoreMode mode) : IPaletteSource
{
    public string Group => "Orders";

    public string Permission => SalesModule.ReadOrders;

    public int Rank => 10;

    public async Task<IReadOnlyList<PaletteHit>> Find(string words, int most, CancellationToken ct)
    {
        var orders = db.Set<Order>().AsNoTracking().Where(o => o.Book == mode.Book);
        var (lower, upper) = (words.ToLowerInvariant(), words.ToUpperInvariant());
        if (Contracts.OrderId.TryParse(words, null, out var id)) orders = orders.Where(o => o.Id == id);
        else if (words.Contains('@', StringComparison.Ordinal)) orders = orders.Where(o => o.BuyerEmailLower == lower);
        else orders = orders.Where(o => o.Number == upper || o.Number == "E-" + upper);

        var found = await orders.OrderByDescending(o => o.PlacedAt).Take(most).Select(o => new { o.Id, o.Number, o.Status, o.BuyerEmail, Total = new Money(o.Total.Minor, o.Total.Currency) }).ToListAsync(ct);
        return [.. found.Select(o => new PaletteHit($"{o.Number} {o.BuyerEmail}", $"{Words.Of(o.Total)}, {Words.Of(o.Status)}", $"/admin/orders/{o.Id}", "receipt"))];
    }
}
