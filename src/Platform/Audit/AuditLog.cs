using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Audit;

internal sealed class AuditLog(StoreDb db, IEnumerable<IActorNames> directories) : IAuditLog
{
    public IQueryable<AuditLine> All => db.Set<AuditEntry>().AsNoTracking().Select(e => new AuditLine
    {
        Id = e.Id, At = e.At, Actor = e.Actor, ActorName = e.Actor, Action = e.Action, Meaning = e.Meaning, Subject = e.Subject, Outcome = e.Outcome,
        Stored = e.Changes, Request = e.RequestId, Number = e.Number,
    });

    public async Task<IReadOnlyList<AuditLine>> Named(IReadOnlyList<AuditLine> lines, CancellationToken ct)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var actors = lines.Select(line => line.Actor).Distinct().ToList();
        foreach (var directory in directories)
        {
            foreach (var (id, name) in await directory.Find(actors, ct)) names[id] = name;
        }
        return [.. lines.Select(line => line with { ActorName = names.GetValueOrDefault(line.Actor, line.Actor) })];
    }
}
