using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Erasing;

/// <summary>Forgets those whose days to change their mind are over, and the last letters to those forgotten a week ago.</summary>
internal sealed class EraseDue(StoreDb db, Vault vault, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    private const int AtOnce = 50;
    private static readonly TimeSpan LastLetterKept = TimeSpan.FromDays(7);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        var due = await db.Set<Erasure>().AsNoTracking().Where(e => e.Status == ErasureStatus.Scheduled && e.DueAt <= now).OrderBy(e => e.DueAt).Take(AtOnce).Select(e => e.Id).ToListAsync(ct);
        foreach (var id in due) await Erase(id, ct);
        await ForgetLastLetters(now - LastLetterKept, ct);
    }

    // In a scope of its own: whoever fails takes nobody along.
    private async Task Erase(ErasureId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ErasePerson>().Handle(id, ct);
        }
        catch (Exception lost) when (DbErrors.IsLostRace(lost))
        {
            // Nothing of it happened; the next round sees what the winner did.
        }
    }

    private async Task ForgetLastLetters(DateTimeOffset before, CancellationToken ct)
    {
        // For a month, so that a store that was off catches up; to shred what is gone does nothing.
        var since = before.AddDays(-30);
        foreach (var id in await db.Set<Erasure>().AsNoTracking().Where(e => e.Status == ErasureStatus.Done && e.EndedAt <= before && e.EndedAt > since).Select(e => e.Id).ToListAsync(ct))
            await vault.Shred(id.ToString(), ct);
    }
}
