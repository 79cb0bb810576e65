using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Security;
using Emporium.Sales.Carts;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>
/// What Sales knows of a person: the orders under their account, and those under their address. Erasing takes the name and the address
/// from every order that is over and shreds its letters and the staff's notes; amounts, tax and country stay, because tax law asks for them. An
/// order that still moves money is kept whole until it is settled.
/// </summary>
internal sealed class BuyerRecords(StoreDb db, Vault vault, ICustomers customers, IMailDesk mails) : IPersonalData
{
    /// <summary>Stands in place of a name and an address.</summary>
    public const string Erased = "erased";
    private static readonly OrderStatus[] Moving = [OrderStatus.Placed, OrderStatus.Disputed];

    public string Module => "sales";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        var mine = await Of(email, ct);
        var orders = await mine.AsNoTracking().OrderBy(o => o.PlacedAt)
            .Select(o => new
            {
                o.Id, o.Number, o.BuyerEmail, o.BuyerName, o.Country, o.Status, o.Total, o.RefundedMinor, o.PlacedAt, o.PaidAt,
                Lines = o.Lines.OrderBy(l => l.Position).Select(l => new { l.Title, l.Quantity, l.Total }).ToList(),
                Refunds = o.Refunds.OrderBy(r => r.RequestedAt).Select(r => new { r.Amount, r.Reason, r.Status, r.RequestedAt }).ToList(),
            }).ToListAsync(ct);
        return orders.Count == 0 ? null : new { orders, letters = await mails.Told(orders.Select(o => o.Id.ToString()), ct) };
    }

    public async Task<string?> Obstacle(string email, CancellationToken ct)
    {
        var number = await (await Of(email, ct)).Where(o => Moving.Contains(o.Status)).Select(o => o.Number).FirstOrDefaultAsync(ct);
        return number is null ? null : $"Order {number} still moves money: it waits for a payment, or for a bank's decision. It is tried again each day.";
    }

    public async Task Erase(string email, CancellationToken ct)
    {
        var over = (await Of(email, ct)).Where(o => !Moving.Contains(o.Status));
        var known = await over.Select(o => new { o.Id, o.CartId }).ToListAsync(ct);
        foreach (var order in known) await vault.Shred(order.Id.ToString(), ct);
        var orders = known.Select(o => o.Id).ToList();
        await db.Set<OrderNote>().Where(n => orders.Contains(n.OrderId)).ExecuteDeleteAsync(ct);
        var carts = known.Select(o => o.CartId).ToList();
        await db.Set<Cart>().Where(c => carts.Contains(c.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, (string?)null).SetProperty(c => c.Country, (string?)null), ct);
        await over.ExecuteUpdateAsync(set => set
            .SetProperty(o => o.BuyerEmail, Erased).SetProperty(o => o.BuyerEmailLower, Erased).SetProperty(o => o.BuyerName, (string?)null).SetProperty(o => o.BuyerNameLower, (string?)null), ct);
    }

    private async Task<IQueryable<Order>> Of(string email, CancellationToken ct)
    {
        var address = email.Trim().ToLowerInvariant();
        return await customers.FindByEmail(email, ct) is { Id: var customer }
            ? db.Set<Order>().Where(o => o.BuyerEmailLower == address || o.CustomerId == customer)
            : db.Set<Order>().Where(o => o.BuyerEmailLower == address);
    }
}
