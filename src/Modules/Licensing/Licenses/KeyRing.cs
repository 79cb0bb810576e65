using System.Text;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>Shows a buyer their own keys again.</summary>
internal sealed class KeyRing(StoreDb db, Vault vault)
{
    /// <param name="Key">Null where it was erased with its owner's data; it still validates.</param>
    public sealed record Held(License License, string? Key);

    public async Task<IReadOnlyList<Held>> Of(OrderLineId line, CustomerId customer, CancellationToken ct)
    {
        var licenses = await db.Set<License>().AsNoTracking().Where(l => l.LineId == line && l.CustomerId == customer).OrderBy(l => l.Ordinal).ToListAsync(ct);
        var held = new List<Held>(licenses.Count);
        foreach (var license in licenses)
            held.Add(new(license, await vault.Open(customer.ToString(), license.SealedKey, ct) is { } key ? Encoding.ASCII.GetString(key) : null));
        return held;
    }
}
