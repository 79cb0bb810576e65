using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Audit;

/// <summary>
/// Gives new entries their number and link. Afterwards and by one job, so that no action waits for another one's entry; the unique
/// number is the guard. The head goes to the log, where who holds the database cannot reach it.
/// </summary>
internal sealed partial class ChainAudit(StoreDb db, AuditChain chain, ILogger<ChainAudit> log) : IJob
{
    private const int Batch = 500;

    public async Task Run(CancellationToken ct)
    {
        var head = await AuditChain.Head(db, ct);
        var (number, link, first) = (head?.Number ?? 0, head?.Link ?? AuditChain.Start, head?.Number ?? 0);
        while (await Waiting(ct) is { Count: > 0 } waiting)
        {
            foreach (var entry in waiting) (entry.Number, entry.Link) = (++number, link = chain.Link(link, number, entry));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        if (number > first) LogHead(log, number, Convert.ToHexStringLower(link));
    }

    private Task<List<AuditEntry>> Waiting(CancellationToken ct) =>
        db.Set<AuditEntry>().Where(e => e.Number == null).OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(ct);

    [LoggerMessage(LogLevel.Information, "The audit log has {Number} entries; its head is {Head}.")]
    private static partial void LogHead(ILogger log, long number, string head);
}
