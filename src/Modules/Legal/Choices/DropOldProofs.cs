using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Legal.Choices;

/// <summary>Drops proofs of choices that nobody can ask about any more.</summary>
internal sealed class DropOldProofs(StoreDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3 * 365);

    public async Task Run(CancellationToken ct)
    {
        var before = clock.Now - Kept;
        await db.Transact(() => db.Set<ConsentProof>().Where(c => c.ChosenAt < before).ExecuteDeleteAsync(ct), ct);
    }
}
