using System.Linq.Expressions;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>Customers for the desk: all, the newest first, or those whose address or name begins with a text. Each way is one index.</summary>
internal sealed class CustomerSearch(StoreDb db)
{
    public const int Limit = 50;

    /// <summary>No character stands behind it: what begins with a text lies between the text and the text with this.</summary>
    private const string End = "\U0010FFFF";

    /// <param name="Email">Empty where the customer was erased.</param>
    public sealed record Row(CustomerId Id, string Email, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, DateTimeOffset? ErasedAt)
    {
        internal static Expression<Func<CustomerAccount, Row>> Of { get; } = c => new Row(c.Id, c.Email, c.Name, c.CreatedAt, c.LastSignInAt, c.ErasedAt);
    }

    /// <summary>Those among them whose address or name begins with a text, the first in the order of the alphabet.</summary>
    public async ValueTask<IQueryable<CustomerAccount>> Named(IQueryable<CustomerAccount> customers, string text, CancellationToken ct)
    {
        var found = (await Named(text, Limit, ct)).Select(c => c.Id).ToList();
        return customers.Where(c => found.Contains(c.Id));
    }

    /// <param name="limit">At most 100.</param>
    public async Task<Page<Row>> Find(string? text, Cursor? after, int limit, CancellationToken ct)
    {
        if (text?.Trim() is { Length: > 0 } wanted) return new(await Named(wanted, limit, ct), null);
        var customers = db.Set<CustomerAccount>().AsNoTracking();
        if (after is not null)
        {
            var (moment, id) = (after.Moment, CustomerId.From(after.Id));
            customers = customers.Where(c => c.CreatedAt < moment || (c.CreatedAt == moment && c.Id < id));
        }
        var rows = await Rows(customers.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(limit + 1)).ToListAsync(ct);
        return Page<Row>.Of(rows, limit, r => Cursor.At(r.CreatedAt, r.Id.Value));
    }

    /// <summary>The first in the order of the alphabet; whoever is not among them is found by more letters.</summary>
    private async Task<IReadOnlyList<Row>> Named(string text, int limit, CancellationToken ct)
    {
        var all = db.Set<CustomerAccount>().AsNoTracking();
        if (CustomerId.TryParse(text, null, out var id)) return await Rows(all.Where(c => c.Id == id)).ToListAsync(ct);

        var (first, last) = (text.Normalize().ToLowerInvariant(), text.Normalize().ToLowerInvariant() + End);
        var byEmail = await Rows(all.Where(c => string.Compare(c.EmailKey, first) >= 0 && string.Compare(c.EmailKey, last) < 0 && c.ErasedAt == null).OrderBy(c => c.EmailKey).Take(limit)).ToListAsync(ct);
        var byName = await Rows(all.Where(c => string.Compare(c.NameKey, first) >= 0 && string.Compare(c.NameKey, last) < 0).OrderBy(c => c.NameKey).Take(limit)).ToListAsync(ct);
        return [.. byEmail.Concat(byName).DistinctBy(r => r.Id).Take(limit)];
    }

    private static IQueryable<Row> Rows(IQueryable<CustomerAccount> customers) =>
        customers.Select(Row.Of);
}
