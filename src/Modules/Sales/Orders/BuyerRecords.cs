using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Sales.Carts;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>
/// What Sales knows of a person: the orders under their address. Erasing takes the name and the address from every order that is
/// over and shreds its letters and the staff's notes; amounts, tax and country stay, because tax law asks for them. An order that still moves money is
/// kept whole until it is settled.
/// </summary>
internal sealed class BuyerRecords(StoreDb db, Vault vault) : IPersonalData
{
    /// <summary>Stands in place of a name and an address.</summary>
    public const string Erased = "erased";
    private static readonly OrderStatus[] Moving = [OrderStatus.Placed, OrderStatus.Disputed];

    public string Module => "sales";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        var address = Lower(email);
        var orders = await db.Set<Order>().AsNoTracking().Where(o => o.BuyerEmailLower == address).OrderBy(o => o.PlacedAt)
            .Select(o => new
            {
                o.Id, o.Number, o.BuyerEmail, o.BuyerName, o.Country, o.Status, o.Total, o.RefundedMinor, o.PlacedAt, o.PaidAt,
                Lines = o.Lines.OrderBy(l => l.Position).Select(l => new { l.Title, l.Quantity, l.Total }).ToList(),
            }).ToListAsync(ct);
        return orders.Count == 0 ? null : new { orders };
    }

    public async Task Erase(string email, CancellationToken ct)
    {
        var address = Lower(email);
        var over = db.Set<Order>().Where(o => o.BuyerEmailLower == address && !Moving.Contains(o.Status));
        var known = await over.Select(o => new { o.Id, o.CartId }).ToListAsync(ct);
        foreach (var order in known) await vault.Shred(order.Id.ToString(), ct);
        var orders = known.Select(o => o.Id).ToList();
        await db.Set<OrderNote>().Where(n => orders.Contains(n.OrderId)).ExecuteDeleteAsync(ct);
        await over.ExecuteUpdateAsync(set => set
            .SetProperty(o => o.BuyerEmail, Erased).SetProperty(o => o.BuyerEmailLower, Erased).SetProperty(o => o.BuyerName, (string?)null).SetProperty(o => o.BuyerNameLower, (string?)null), ct);
        var carts = known.Select(o => o.CartId).ToList();
        await db.Set<Cart>().Where(c => carts.Contains(c.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, (string?)null), ct);
    }

    private static string Lower(string email) => email.Trim().ToLowerInvariant();
}
