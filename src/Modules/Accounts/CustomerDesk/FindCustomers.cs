using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>
/// Customers by whatever names them: an id, or the beginning of their address or name. Each way is one index, and one letter costs no more
/// than many: of those that begin so, the first hundred in the order of the alphabet are found.
/// </summary>
internal sealed class FindCustomers(StoreDb db, Dialect dialect)
{
    private const int Most = 100;

    public async ValueTask<IQueryable<CustomerAccount>> Named(IQueryable<CustomerAccount> customers, string text, CancellationToken ct)
    {
        var found = (await Named(text, Most, ct)).Select(c => c.Id).ToList();
        return customers.Where(c => found.Contains(c.Id));
    }

    public async Task<IReadOnlyList<CustomerAccount>> Named(string text, int most, CancellationToken ct)
    {
        var all = db.Set<CustomerAccount>().AsNoTracking();
        if (CustomerId.TryParse(text, null, out var id)) return await all.Where(c => c.Id == id).ToListAsync(ct);

        var beginning = text.Normalize().ToLowerInvariant();
        var byEmail = await all.Where(c => c.ErasedAt == null).WhereBegins(dialect, beginning, c => c.EmailKey).OrderBy(c => c.EmailKey).Take(most).ToListAsync(ct);
        var byName = await all.WhereBegins(dialect, beginning, c => c.NameKey).OrderBy(c => c.NameKey).Take(most).ToListAsync(ct);
        return [.. byEmail.Concat(byName).DistinctBy(c => c.Id).Take(most)];
    }
}
