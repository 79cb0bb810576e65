using Emporium.Licensing.Keys;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>The order that a license key came with.</summary>
internal sealed class OrdersOfKeys(StoreDb db) : IOrderNames
{
    public async Task<IReadOnlyList<OrderId>> Find(string text, CancellationToken ct) => LicenseKey.TryParse(text, out var key) && key.Hash is var hash
        ? await db.Set<License>().Where(l => l.KeyHash == hash).Select(l => l.OrderId).ToListAsync(ct)
        : [];
}
