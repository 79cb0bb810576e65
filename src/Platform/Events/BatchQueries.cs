using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Events;

/// <summary>What the dispatcher asks all day, compiled once for a store: a compiled query belongs to the model of one database.</summary>
internal sealed class BatchQueries
{
    private const DeliveryStatus Pending = DeliveryStatus.Pending;
    private const DeliveryStatus Dead = DeliveryStatus.Dead;

    /// <summary>
    /// What may run for a reaction, oldest first. Behind a dead letter, or one that waits for its next try, nothing of the same subject may.
    /// "Pending or dead" stands there as the filter of an index says it: SQLite takes an index only for a condition that repeats its filter.
    /// </summary>
    public readonly Func<StoreDb, string, DateTimeOffset, int, IAsyncEnumerable<Found>> Due = EF.CompileAsyncQuery(
        (StoreDb db, string reaction, DateTimeOffset now, int size) => db.Set<Delivery>().AsNoTracking()
            .Where(d => d.Reaction == reaction && d.Status == Pending && d.DueAt <= now)
            .Where(d => !db.Set<Delivery>().Any(earlier => earlier.Reaction == reaction && earlier.Subject == d.Subject && earlier.Sequence < d.Sequence
                && (earlier.Status == Pending || earlier.Status == Dead) && (earlier.Status == Dead || earlier.DueAt > d.DueAt)))
            .OrderBy(d => d.DueAt).ThenBy(d => d.Sequence)
            .Take(size)
            .Join(db.Set<StoredEvent>(), d => d.EventId, e => e.Id, (d, e) => new Found(e, d.DueAt)));

    public sealed record Found(StoredEvent Event, DateTimeOffset DueAt)
    {
        /// <summary>True on a later try or a replay: events of its subject that fell due before it have waited for it.</summary>
        public bool IsLate => DueAt > Event.OccurredAt;
    }
}
