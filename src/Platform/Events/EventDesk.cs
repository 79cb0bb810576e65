using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Events;

internal sealed class EventDesk(StoreDb db) : IEventDesk
{
    public IQueryable<EventRow> All => db.Set<StoredEvent>().AsNoTracking()
        .Select(e => new EventRow { Id = e.Id, Type = e.Type, Version = e.Version, Subject = e.Subject, Sequence = e.Sequence, Book = e.Book, OccurredAt = e.OccurredAt, Data = e.Data });

    public async Task<EventStory?> Find(EventId id, CancellationToken ct)
    {
        if (await Envelopes(db.Set<StoredEvent>().Where(e => e.Id == id)).SingleOrDefaultAsync(ct) is not { } found) return null;
        var deliveries = await db.Set<Delivery>().Where(d => d.EventId == id).OrderBy(d => d.Reaction)
            .Select(d => new EventDelivery(d.Reaction, d.Status, d.Attempts, d.DueAt, d.DoneAt, d.Error)).ToListAsync(ct);
        return new EventStory(found, deliveries);
    }

    public async Task<IReadOnlyList<EventEnvelope>> History(string subject, CancellationToken ct) =>
        await Envelopes(db.Set<StoredEvent>().Where(e => e.Subject == subject).OrderBy(e => e.Sequence)).ToListAsync(ct);

    public async Task<Page<EventEnvelope>> Since(DateTimeOffset moment, Cursor? after, int limit, CancellationToken ct)
    {
        var events = db.Set<StoredEvent>().AsNoTracking().Where(e => e.OccurredAt >= moment);
        if (after is not null)
        {
            var (last, id) = (after.Moment, EventId.From(after.Id));
            events = events.Where(e => e.OccurredAt > last || (e.OccurredAt == last && e.Id > id));
        }
        var rows = await Envelopes(events.OrderBy(e => e.OccurredAt).ThenBy(e => e.Id).Take(limit + 1)).ToListAsync(ct);
        return Page<EventEnvelope>.Of(rows, limit, e => Cursor.At(e.OccurredAt, e.Id.Value));
    }

    public async Task<IReadOnlyList<EventEnvelope>> Read(IReadOnlyCollection<EventId> ids, CancellationToken ct) =>
        await Envelopes(db.Set<StoredEvent>().AsNoTracking().Where(e => ids.Contains(e.Id))).ToListAsync(ct);

    private static IQueryable<EventEnvelope> Envelopes(IQueryable<StoredEvent> events) =>
        events.Select(e => new EventEnvelope(e.Id, e.Type, e.Version, e.Subject, e.Sequence, e.Book, e.OccurredAt, e.Data));
}
