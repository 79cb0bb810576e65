using Emporium.Ledger.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Ledger.Journal;

/// <summary>The journal as the desk shows it: newest first, a page at a time, or everything about one reference.</summary>
internal sealed class ReadJournal(StoreDb db)
{
    public async Task<Page<LedgerEntry>> Run(Book book, string? reference, Cursor? after, int limit, CancellationToken ct)
    {
        var entries = db.Set<LedgerEntry>().AsNoTracking().Include(e => e.Lines).AsSplitQuery().Where(e => e.Book == book);
        if (!string.IsNullOrWhiteSpace(reference)) entries = entries.Where(e => e.Reference == reference.Trim());
        if (after is not null)
        {
            var (moment, id) = (after.Moment, LedgerEntryId.From(after.Id));
            entries = entries.Where(e => e.PostedAt < moment || (e.PostedAt == moment && e.Id < id));
        }
        var rows = await entries.OrderByDescending(e => e.PostedAt).ThenByDescending(e => e.Id).Take(limit + 1).ToListAsync(ct);
        return Page<LedgerEntry>.Of(rows, limit, e => Cursor.At(e.PostedAt, e.Id.Value));
    }
}
