using Emporium.Ledger.Balances;
using Emporium.Ledger.Contracts;
using Emporium.Ledger.Journal;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Ledger.Proof;

/// <summary>Reads the books without trusting whoever wrote them.</summary>
internal sealed class LedgerProof(StoreDb db) : ILedgerProof
{
    private const int MostNamed = 100;

    public async Task<IReadOnlyList<string>> Check(Book book, CancellationToken ct) =>
        [.. await Totals(book, ct), .. await Unbalanced(book, ct), .. await Hollow(book, ct), .. await Strayed(book, ct), .. await Snapshots(book, ct)];

    private async Task<IEnumerable<string>> Totals(Book book, CancellationToken ct)
    {
        var sums = await db.Set<LedgerLine>().Where(l => l.Book == book).GroupBy(l => l.Currency)
            .Select(g => new { Currency = g.Key, Minor = g.Sum(l => l.Minor) }).Where(s => s.Minor != 0).ToListAsync(ct);
        return sums.Select(s => $"The {book} book is out of balance by {new Money(s.Minor, s.Currency)}.");
    }

    private async Task<IEnumerable<string>> Unbalanced(Book book, CancellationToken ct)
    {
        var entries = await db.Set<LedgerLine>().Where(l => l.Book == book).GroupBy(l => new { l.EntryId, l.Currency })
            .Select(g => new { g.Key.EntryId, g.Key.Currency, Minor = g.Sum(l => l.Minor) }).Where(s => s.Minor != 0).Take(MostNamed).ToListAsync(ct);
        return entries.Select(e => $"The entry {e.EntryId} is out of balance by {new Money(e.Minor, e.Currency)}.");
    }

    private async Task<IEnumerable<string>> Hollow(Book book, CancellationToken ct)
    {
        var entries = await db.Set<LedgerEntry>().Where(e => e.Book == book && !e.Lines.Any()).Select(e => e.Id).Take(MostNamed).ToListAsync(ct);
        return entries.Select(id => $"The entry {id} has no lines.");
    }

    private async Task<IEnumerable<string>> Strayed(Book book, CancellationToken ct)
    {
        var lines = await db.Set<LedgerEntry>().Where(e => e.Book == book && e.Lines.Any(l => l.Book != e.Book || l.PostedAt != e.PostedAt))
            .Select(e => e.Id).Take(MostNamed).ToListAsync(ct);
        return lines.Select(id => $"A line of the entry {id} stands in another book or at another moment than its entry.");
    }

    private async Task<IEnumerable<string>> Snapshots(Book book, CancellationToken ct)
    {
        var snapshots = await db.Set<Snapshot>().AsNoTracking().Where(s => s.Book == book).ToListAsync(ct);
        if (snapshots.Count == 0) return [];
        var until = snapshots[0].Until;
        var sums = await db.Set<LedgerLine>().Where(l => l.Book == book && l.PostedAt <= until)
            .GroupBy(l => new { l.Code, Owner = Balance.PerDocument.Contains(l.Code) ? "" : l.Owner, l.Currency })
            .Select(g => new { g.Key.Code, g.Key.Owner, g.Key.Currency, Debits = g.Sum(l => l.Minor > 0 ? l.Minor : 0), Credits = g.Sum(l => l.Minor < 0 ? -l.Minor : 0) })
            .ToListAsync(ct);
        return sums
            .Where(sum => !snapshots.Exists(s => (s.Code, s.Owner, s.Currency, s.Debits, s.Credits) == (sum.Code, sum.Owner, sum.Currency, sum.Debits, sum.Credits)))
            .Select(sum => $"The snapshot of {sum.Code} {sum.Owner} in {sum.Currency} differs from its lines.");
    }
}
