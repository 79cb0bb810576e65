using Emporium.Accounts.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Delivery.Library;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>What Delivery tells the desk about a customer: what they may have, and what they fetched.</summary>
internal sealed class CustomerAccess(StoreDb db, Owned owned) : ICustomerHistory
{
    private const int Latest = 20;

    public sealed record Fetched(string FileName, DateTimeOffset At);

    public Task<IReadOnlyList<OwnedThing>> Of(CustomerId customer, CancellationToken ct) => owned.Of(new LibraryKey(customer), ct);

    /// <summary>The latest downloads that began.</summary>
    public async Task<IReadOnlyList<Fetched>> Downloads(CustomerId customer, CancellationToken ct)
    {
        var mine = await db.Set<Entitlement>().AsNoTracking().Where(e => e.CustomerId == customer).Select(e => e.Id).ToListAsync(ct);
        return await db.Set<Download>().AsNoTracking().Where(d => mine.Contains(d.EntitlementId) && d.StartedAt != null)
            .OrderByDescending(d => d.StartedAt).Take(Latest).Select(d => new Fetched(d.FileName, d.StartedAt!.Value)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<CustomerMoment>> About(CustomerId customer, CancellationToken ct)
    {
        var things = await Of(customer, ct);
        var fetched = await Downloads(customer, ct);
        return [.. things.Take(Latest).Select(t => new CustomerMoment(t.GrantedAt, $"Got “{t.Title}”", Tone: "good")), .. fetched.Select(f => new CustomerMoment(f.At, $"Downloaded {f.FileName}"))];
    }
}
