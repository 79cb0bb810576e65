using Emporium.Ledger.Contracts;
using Emporium.Ledger.Journal;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Ledger.Balances;

/// <summary>Sums accounts. Each sum is one statement, so that a snapshot taken meanwhile cannot count a line twice or not at all.</summary>
internal sealed class Balance(StoreDb db)
{
    /// <summary>Accounts whose owner is a document: they hold a handful of lines each, and there are as many as there are documents.</summary>
    public static readonly string[] PerDocument = [Account.BuyersReceipts("").Code];

    public async Task<Money> Of(Book book, Account account, string currency, CancellationToken ct)
    {
        var (code, owner) = account;
        var lines = db.Set<LedgerLine>().Where(l => l.Book == book && l.Code == code && l.Owner == owner && l.Currency == currency);
        var held = PerDocument.Contains(code) ? null : await db.Set<Snapshot>()
            .Where(s => s.Book == book && s.Code == code && s.Owner == owner && s.Currency == currency)
            .Select(s => (long?)(s.Debits - s.Credits + (lines.Where(l => l.PostedAt > s.Until).Sum(l => (long?)l.Minor) ?? 0)))
            .SingleOrDefaultAsync(ct);
        return new Money(held ?? await lines.SumAsync(l => l.Minor, ct), currency);
    }

    public async Task<IReadOnlyList<TrialBalanceLine>> Trial(Book book, CancellationToken ct)
    {
        var later = db.Set<LedgerLine>().Where(l => l.Book == book && l.PostedAt > (db.Set<Snapshot>().Max(s => (DateTimeOffset?)s.Until) ?? DateTimeOffset.UnixEpoch))
            .Select(l => new { l.Code, l.Currency, Debits = l.Minor > 0 ? l.Minor : 0, Credits = l.Minor < 0 ? -l.Minor : 0 });
        var sums = await db.Set<Snapshot>().Where(s => s.Book == book)
            .Select(s => new { s.Code, s.Currency, s.Debits, s.Credits })
            .Concat(later)
            .GroupBy(l => new { l.Code, l.Currency })
            .Select(g => new { g.Key.Code, g.Key.Currency, Debits = g.Sum(l => l.Debits), Credits = g.Sum(l => l.Credits) })
            .OrderBy(l => l.Currency).ThenBy(l => l.Code)
            .ToListAsync(ct);
        return [.. sums.Select(l => new TrialBalanceLine(l.Code, new Money(l.Debits, l.Currency), new Money(l.Credits, l.Currency)))];
    }
}
