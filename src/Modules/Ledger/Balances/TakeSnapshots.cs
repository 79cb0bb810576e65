using Emporium.Ledger.Journal;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Ledger.Balances;

/// <summary>
/// Moves the snapshots forward, so that a balance costs the same in the store's tenth year as on its first day.
/// <para>A line carries the moment at which it was added to its unit of work, and becomes visible only when that commits: a sum up to
/// now could miss lines that a slow transaction has yet to show. Hence the distance: a unit of work lasts seconds (a command may take
/// 30, and no network call happens inside), so what was posted before it is either committed or gone for good. The proof would
/// find a line that was missed all the same.</para>
/// </summary>
internal sealed class TakeSnapshots(StoreDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Distance = TimeSpan.FromMinutes(10);
    private static readonly Book[] Books = Enum.GetValues<Book>();

    public Task Run(CancellationToken ct) => db.Transact(() => Advance(clock.Now - Distance, ct), ct);

    private async Task Advance(DateTimeOffset to, CancellationToken ct)
    {
        var snapshots = await db.Set<Snapshot>().ToListAsync(ct);
        var from = snapshots.Count == 0 ? DateTimeOffset.UnixEpoch : snapshots.Max(s => s.Until);
        if (to <= from) return;

        foreach (var sum in await Sums(from, to, ct))
        {
            var snapshot = snapshots.Find(s => s.Book == sum.Book && s.Code == sum.Code && s.Owner == sum.Owner && s.Currency == sum.Currency);
            if (snapshot is null) db.Add(sum);
            else (snapshot.Debits, snapshot.Credits) = (snapshot.Debits + sum.Debits, snapshot.Credits + sum.Credits);
        }
        foreach (var snapshot in snapshots) snapshot.Until = to;
        await db.SaveChangesAsync(ct);
    }

    private Task<List<Snapshot>> Sums(DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => db.Set<LedgerLine>()
        .Where(l => Books.Contains(l.Book) && l.PostedAt > from && l.PostedAt <= to)
        .GroupBy(l => new { l.Book, l.Code, Owner = Balance.PerDocument.Contains(l.Code) ? "" : l.Owner, l.Currency })
        .Select(g => new Snapshot
        {
            Book = g.Key.Book,
            Code = g.Key.Code,
            Owner = g.Key.Owner,
            Currency = g.Key.Currency,
            Debits = g.Sum(l => l.Minor > 0 ? l.Minor : 0),
            Credits = g.Sum(l => l.Minor < 0 ? -l.Minor : 0),
            Until = to,
        })
        .AsNoTracking()
        .ToListAsync(ct);
}
