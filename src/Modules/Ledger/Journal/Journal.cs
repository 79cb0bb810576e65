using Emporium.Ledger.Balances;
using Emporium.Ledger.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Ledger.Journal;

/// <summary>The books as other modules use them. A sale adds rows and updates none, so that sales never wait for each other here.</summary>
internal sealed class Journal(StoreDb db, Balance balance, TimeProvider clock) : ILedger
{
    public void Post(JournalEntry entry) => db.Add(LedgerEntry.Of(entry, clock));

    public async Task<IReadOnlyList<JournalEntry>> About(string reference, CancellationToken ct)
    {
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Include(e => e.Lines).AsSingleQuery()
            .Where(e => e.Reference == reference).OrderBy(e => e.PostedAt).ThenBy(e => e.Id).ToListAsync(ct);
        return [.. entries.Select(e => e.Show())];
    }

    public Task<Money> Balance(Book book, Account account, string currency, CancellationToken ct) => balance.Of(book, account, currency, ct);

    public Task<IReadOnlyList<TrialBalanceLine>> TrialBalance(Book book, CancellationToken ct) => balance.Trial(book, ct);
}
