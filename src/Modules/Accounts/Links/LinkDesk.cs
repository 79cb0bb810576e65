using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Links;

/// <summary>Makes links, finds them, and uses them up.</summary>
internal sealed class LinkDesk(StoreDb db, StoreAddress store, TimeProvider clock)
{
    private const int MostAnHour = 5;

    /// <param name="Email">The address of the account, as it is now.</param>
    public sealed record Opened(Link Link, string Email);

    /// <summary>Adds a link to the current unit of work.</summary>
    /// <returns>Its address, for the letter; kept nowhere else. Null where the mailbox had enough letters for now.</returns>
    public async Task<(Link Link, string Url)?> Write(CustomerId customer, LinkPurpose purpose, Asker asker, string? email, CancellationToken ct)
    {
        var (now, hourAgo) = (clock.Now, clock.Now.AddHours(-1));
        if (await db.Set<Link>().CountAsync(l => l.CustomerId == customer && l.AskedAt > hourAgo, ct) >= MostAnHour) return null;

        var secret = Secret.New();
        var link = Link.New(secret, purpose, customer, asker, email, now);
        db.Add(link);
        return (link, store.To($"/account/links/{secret}"));
    }

    /// <exception cref="Refusal"><c>account_link.not_found</c>, <c>account_link.used</c>, <c>account_link.expired</c>.</exception>
    public async Task<Opened> Open(string secret, CancellationToken ct)
    {
        var id = Secret.Hash(secret);
        var link = await db.Set<Link>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct);
        var email = link is null ? null : await db.Set<CustomerAccount>().Where(c => c.Id == link.CustomerId && c.ErasedAt == null).Select(c => c.Email).SingleOrDefaultAsync(ct);
        if (link is null || email is null)
            throw new Refusal(RefusalKind.NotFound, "account_link.not_found", "This link is not one of ours, or a part of it is missing. Copy the whole line from the letter, or ask for a new one.");
        if (link.UsedAt is not null) throw Used();
        if (link.ExpiresAt <= clock.Now) throw Refusal.Gone("account_link.expired", "This link has expired: links work for a short time only. Ask for a new one.");
        return new(link, email);
    }

    /// <summary>Of two that use it at once, one does. Part of the caller's transaction.</summary>
    /// <exception cref="Refusal"><c>account_link.used</c>.</exception>
    public async Task Use(Link link, CancellationToken ct)
    {
        var (id, now) = (link.Id, clock.Now);
        if (await db.Set<Link>().Where(l => l.Id == id && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct) == 0) throw Used();
    }

    private static Refusal Used() => Refusal.Gone("account_link.used", "This link was used before: each works once. If that was not you, nothing is open; ask for a new one.");
}
