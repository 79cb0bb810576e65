using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Orders;

/// <summary>The orders of a customer who moved carry the new address from now on, so that letters about them arrive and a search finds them.</summary>
internal sealed class OrdersFollow(StoreDb db) : IFollowAddress
{
    public Task Follow(CustomerId customer, string from, string to, CancellationToken ct)
    {
        var lower = to.ToLowerInvariant();
        return db.Set<Order>().Where(o => o.CustomerId == customer && o.BuyerEmail != BuyerRecords.Erased)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.BuyerEmail, to).SetProperty(o => o.BuyerEmailLower, lower), ct);
    }
}
