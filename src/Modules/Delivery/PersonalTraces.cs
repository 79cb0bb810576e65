using Emporium.Accounts.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Delivery.Entitlements;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery;

/// <summary>Delivery knows a person only by their customer id. What they own stays theirs; when they fetched which file is erased.</summary>
internal sealed class PersonalTraces(StoreDb db, ICustomers customers) : IPersonalData
{
    public string Module => "Delivery";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        if (await customers.FindByEmail(email, ct) is not { Id: var customer }) return null;
        var owned = await db.Set<Entitlement>().AsNoTracking().Where(e => e.CustomerId == customer)
            .Select(e => new { e.Id, e.ProductId, e.Source, e.Quantity, e.Status, e.Reason, e.GrantedAt, e.EndedAt }).ToListAsync(ct);
        var fetched = await DownloadsOf(customer).AsNoTracking()
            .Select(d => new { d.FileName, d.CreatedAt, d.StartedAt }).ToListAsync(ct);
        return owned.Count + fetched.Count == 0 ? null : new { Entitlements = owned, Downloads = fetched };
    }

    public async Task Erase(string email, CancellationToken ct)
    {
        if (await customers.FindByEmail(email, ct) is { Id: var customer }) db.RemoveRange(await DownloadsOf(customer).ToListAsync(ct));
    }

    private IQueryable<Download> DownloadsOf(CustomerId customer) => db.Set<Download>()
        .Where(d => db.Set<Entitlement>().Any(e => e.Id == d.EntitlementId && e.CustomerId == customer));
}
