using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Mail;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Data;

/// <summary>Drops what is kept for a time only: answers of idempotency keys after a day, letters after a year.</summary>
internal sealed class ExpireRows(StoreDb db, TimeProvider clock) : IJob
{
    /// <summary>A store that was off for longer keeps a few keys that open nothing.</summary>
    private const int DaysBack = 400;

    private static readonly TimeSpan LettersKept = TimeSpan.FromDays(365);

    public async Task Run(CancellationToken ct)
    {
        var (answers, letters) = (clock.Now - IdempotencyKeys.Kept, clock.Now - LettersKept);

        // By name: whoever searches by the beginning of a name reads the key of every customer.
        var days = Enumerable.Range(2, DaysBack).Select(day => IdempotencyKeys.KeyOf(clock.Now.AddDays(-day))).ToList();
        await db.Transact(() => db.Set<IdempotentRequest>().Where(r => r.CreatedAt < answers).ExecuteDeleteAsync(ct), ct);
        await db.Transact(() => db.Set<SubjectKey>().Where(k => days.Contains(k.Subject)).ExecuteDeleteAsync(ct), ct);
        await db.Transact(() => db.Set<StoredMail>().Where(m => m.CreatedAt < letters && m.Status != MailStatus.Queued).ExecuteDeleteAsync(ct), ct);
    }
}
