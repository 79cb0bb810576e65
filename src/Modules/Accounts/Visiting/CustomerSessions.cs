using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Visiting;

/// <summary>Begins, finds and ends the sessions of customers. Looked up at every request that asks: nothing is remembered that could outlive a sign-out.</summary>
internal sealed class CustomerSessions(StoreDb db, TimeProvider clock)
{
    // A session is not written at every click.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(30);

    private static readonly CompiledQuery<string, DateTimeOffset, Holder?> Running = new((db, id, now, _) => db.Set<CustomerSession>()
        .Where(s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now)
        .Join(db.Set<CustomerAccount>().Where(c => c.ErasedAt == null), s => s.CustomerId, c => c.Id, (s, c) => new Holder(c.Id, s.LastSeenAt)).SingleOrDefault());

    /// <summary>Adds a session to the current unit of work.</summary>
    /// <returns>Its secret, for the cookie; kept nowhere else.</returns>
    public string Begin(CustomerId customer, string userAgent)
    {
        var secret = Secret.New();
        db.Add(new CustomerSession(secret, customer, userAgent, clock.Now));
        return secret;
    }

    /// <summary>Who is signed in by the secret; null when nobody is, or not any more.</summary>
    public async Task<CustomerId?> Find(string secret, CancellationToken ct)
    {
        var (id, now) = (Secret.Hash(secret), clock.Now);
        if (await Running.Run(db, id, now, ct) is not { } holder || holder.LastSeenAt <= now - CustomerSession.Idle) return null;
        if (now - holder.LastSeenAt > SeenEvery)
            await db.Transact(() => db.Set<CustomerSession>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct), ct);
        return holder.Customer;
    }

    public Task<bool> IsFresh(string secret, CancellationToken ct)
    {
        var (id, since) = (Secret.Hash(secret), clock.Now - CustomerSession.Fresh);
        return db.Set<CustomerSession>().AnyAsync(s => s.Id == id && s.CreatedAt >= since, ct);
    }

    /// <summary>Those that can still be used, the latest first.</summary>
    public Task<List<CustomerSession>> Of(CustomerId customer, CancellationToken ct)
    {
        var (now, idle) = (clock.Now, clock.Now - CustomerSession.Idle);
        return db.Set<CustomerSession>().AsNoTracking().Where(s => s.CustomerId == customer && s.EndedAt == null && s.ExpiresAt > now && s.LastSeenAt > idle)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
    }

    public Task End(string secret, CancellationToken ct) => EndById(Secret.Hash(secret), null, ct);

    /// <param name="customer">Ends it only where it is theirs.</param>
    public Task EndById(string id, CustomerId? customer, CancellationToken ct)
    {
        var now = clock.Now;
        return db.Transact(() => db.Set<CustomerSession>().Where(s => s.Id == id && s.EndedAt == null && (customer == null || s.CustomerId == customer))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct), ct);
    }

    /// <summary>Ends all but one.</summary>
    /// <param name="keep">The secret of the session that goes on; null to end every one.</param>
    public Task EndOthers(CustomerId customer, string? keep, CancellationToken ct)
    {
        var (now, kept) = (clock.Now, keep is null ? "" : Secret.Hash(keep));
        return db.Transact(() => db.Set<CustomerSession>().Where(s => s.CustomerId == customer && s.EndedAt == null && s.Id != kept)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct), ct);
    }

    private sealed record Holder(CustomerId Customer, DateTimeOffset LastSeenAt);
}
