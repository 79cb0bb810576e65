using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Consents;

/// <summary>Who moves to another mailbox takes what they agreed to along: they proved that they read the new one too.</summary>
internal sealed class ConsentsFollow(StoreDb db, TimeProvider clock) : IFollowAddress
{
    public async Task Follow(CustomerId customer, string from, string to, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(to, out var address)) return;
        var old = EmailAddress.KeyOf(from);
        var isThere = await db.Set<Consent>().AnyAsync(c => c.EmailKey == address.Key && c.Status != ConsentStatus.Withdrawn, ct);
        foreach (var consent in await db.Set<Consent>().Where(c => c.EmailKey == old).ToListAsync(ct))
        {
            if (isThere) consent.End("account", clock.Now);
            consent.Move(address);
        }
    }
}
