using System.Globalization;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Events;

internal sealed class DeadLetters(StoreDb db, Reactions reactions, DispatchSignal signal, TimeProvider clock) : IDeadLetters
{
    private const int ReasonLength = 500;

    public async Task<Page<DeadLetter>> List(Cursor? after, int limit, CancellationToken ct)
    {
        var dead = db.Set<Delivery>().AsNoTracking().Where(d => d.Status == DeliveryStatus.Dead);
        if (after is not null)
        {
            var (moment, id) = (after.Moment, EventId.From(after.Id));
            dead = dead.Where(d => d.DueAt > moment || (d.DueAt == moment && d.EventId > id));
        }
        var rows = await dead.OrderBy(d => d.DueAt).ThenBy(d => d.EventId).Take(limit + 1)
            .Join(db.Set<StoredEvent>(), d => d.EventId, e => e.Id, (d, e) => new { Letter = d, Event = e })
            .OrderBy(r => r.Letter.DueAt).ThenBy(r => r.Letter.EventId)
            .Select(r => new DeadLetter(
                r.Event.Id, r.Letter.Reaction, r.Event.Type, r.Event.Subject, r.Event.OccurredAt, r.Letter.DueAt, r.Letter.Attempts, r.Letter.Error,
                db.Set<Delivery>().Count(later => later.Reaction == r.Letter.Reaction && later.Subject == r.Letter.Subject
                    && later.Sequence > r.Letter.Sequence && later.Status == DeliveryStatus.Pending)))
            .ToListAsync(ct);
        return Page<DeadLetter>.Of(rows, limit, d => Cursor.At(d.DueAt, d.Event.Value));
    }

    public async Task Replay(EventId id, string reaction, CancellationToken ct)
    {
        if (await Revive(db.Set<Delivery>().Where(d => d.EventId == id && d.Reaction == reaction), [reaction], ct) == 0) throw NotDead();
    }

    public Task<int> ReplayAll(CancellationToken ct) => Revive(db.Set<Delivery>(), [.. reactions.All.Select(r => r.Name)], ct);

    public async Task Skip(EventId id, string reaction, string who, string why, CancellationToken ct)
    {
        if (why.Trim() is not { Length: > 0 and <= ReasonLength } reason)
            throw Refusal.Invalid("dead_letter.reason_required", $"Say why it may be skipped, in at most {ReasonLength} characters.", "why");

        var now = clock.Now;
        var note = string.Create(CultureInfo.InvariantCulture, $"\nSkipped by {who} on {now:yyyy-MM-dd HH:mm} UTC: {reason}");
        var skipped = await Act([reaction], () => db.Set<Delivery>()
            .Where(d => d.EventId == id && d.Reaction == reaction && d.Status == DeliveryStatus.Dead)
            .ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeliveryStatus.Skipped)
                .SetProperty(d => d.DoneAt, now)
                .SetProperty(d => d.Error, d => (d.Error ?? "") + note), ct), ct);
        if (skipped == 0) throw NotDead();
    }

    // The attempts stay: a letter that fails again is dead again at once, instead of holding its subject back for hours.
    private Task<int> Revive(IQueryable<Delivery> letters, IReadOnlyList<string> woken, CancellationToken ct)
    {
        var now = clock.Now;
        return Act(woken, () => letters.Where(d => d.Status == DeliveryStatus.Dead)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Pending).SetProperty(d => d.DueAt, now), ct), ct);
    }

    private Task<int> Act(IReadOnlyList<string> woken, Func<Task<int>> change, CancellationToken ct) => db.Transact(() =>
    {
        foreach (var reaction in woken) db.AfterCommit(() => signal.Wake(reaction));
        return change();
    }, ct);

    private static Refusal NotDead() => Refusal.NotFound("dead_letter");
}
