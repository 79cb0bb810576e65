using System.Globalization;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Letters;

/// <summary>Sends buyers letters about their orders once more. Asked twice within a minute, it sends one.</summary>
internal sealed class ResendMail(StoreDb db, OrderLetters letters, TimeProvider clock)
{
    /// <returns>How many receipts leave: one for each order that was paid and whose buyer is known.</returns>
    public async Task<int> Receipts(IReadOnlyList<OrderId> orders, CancellationToken ct)
    {
        var paid = await db.Set<Order>().AsNoTracking().Where(o => orders.Contains(o.Id) && o.PaidAt != null).Select(o => o.Id).ToListAsync(ct);
        var count = 0;
        foreach (var order in paid)
            if (await letters.Receipt(order, Again, ct)) count++;
        await db.SaveChangesAsync(ct);
        return count;
    }

    private string Again => string.Create(CultureInfo.InvariantCulture, $":{clock.Now:yyyyMMddHHmm}");
}
