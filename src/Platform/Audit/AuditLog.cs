using System.Text.Json;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Audit;

internal sealed class AuditLog(StoreDb db, IEnumerable<IActorNames> directories) : IAuditLog
{
    public async Task<Page<AuditLine>> List(AuditFilter filter, Cursor? after, int limit, CancellationToken ct)
    {
        var rows = await Entries(filter, after).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(limit + 1).ToListAsync(ct);
        var names = await Names(rows, ct);
        return Page<AuditEntry>.Of(rows, limit, e => Cursor.At(e.At, e.Id.Value)).Select(e => Line(e, names));
    }

    private IQueryable<AuditEntry> Entries(AuditFilter filter, Cursor? after)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (filter.Actor is { Length: > 0 } actor) entries = entries.Where(e => e.Actor == actor);
        if (filter.Subject is { Length: > 0 } subject) entries = entries.Where(e => e.Subject == subject);
        if (after is null) return entries;
        var (moment, id) = (after.Moment, AuditEntryId.From(after.Id));
        return entries.Where(e => e.At < moment || (e.At == moment && e.Id < id));
    }

    private async Task<Dictionary<string, string>> Names(List<AuditEntry> rows, CancellationToken ct)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var actors = rows.Select(r => r.Actor).Distinct().ToList();
        foreach (var directory in directories)
        {
            foreach (var (id, name) in await directory.Find(actors, ct)) names[id] = name;
        }
        return names;
    }

    private static AuditLine Line(AuditEntry e, Dictionary<string, string> names) =>
        new(e.Id, e.At, e.Actor, names.GetValueOrDefault(e.Actor, e.Actor), e.Action, e.Meaning, e.Subject, e.Outcome, JsonSerializer.Deserialize<List<Change>>(e.Changes, Json.Options)!, e.RequestId, e.Number);
}
