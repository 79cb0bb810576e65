using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>Customers by whatever names them: an id, or the beginning of their address or name. Each way is one index.</summary>
internal sealed class FindCustomers(StoreDb db)
{
    private const int Most = 50;

    /// <summary>No character stands behind it: what begins with a text lies between the text and the text with this.</summary>
    private const string End = "\U0010FFFF";

    /// <summary>Those among them whose address or name begins with a text, the first in the order of the alphabet.</summary>
    public async ValueTask<IQueryable<CustomerAccount>> Named(IQueryable<CustomerAccount> customers, string text, CancellationToken ct)
    {
        var found = (await Named(text, Most, ct)).Select(c => c.Id).ToList();
        return customers.Where(c => found.Contains(c.Id));
    }

    /// <summary>The first in the order of the alphabet; whoever is not among them is found by more letters.</summary>
    public async Task<IReadOnlyList<CustomerAccount>> Named(string text, int most, CancellationToken ct)
    {
        var all = db.Set<CustomerAccount>().AsNoTracking();
        if (CustomerId.TryParse(text, null, out var id)) return await all.Where(c => c.Id == id).ToListAsync(ct);

        var (first, last) = (text.Normalize().ToLowerInvariant(), text.Normalize().ToLowerInvariant() + End);
        var byEmail = await all.Where(c => string.Compare(c.EmailKey, first) >= 0 && string.Compare(c.EmailKey, last) < 0 && c.ErasedAt == null).OrderBy(c => c.EmailKey).Take(most).ToListAsync(ct);
        var byName = await all.Where(c => string.Compare(c.NameKey, first) >= 0 && string.Compare(c.NameKey, last) < 0).OrderBy(c => c.NameKey).Take(most).ToListAsync(ct);
        return [.. byEmail.Concat(byName).DistinctBy(c => c.Id).Take(most)];
    }
}
