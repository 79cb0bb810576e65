using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Uploads;

/// <summary>Throws away what nobody went on with, and files that no upload knows any more.</summary>
internal sealed class ExpireUploads(StoreDb db, Staging staging, UploadLimits limits, TimeProvider clock) : IJob
{
    public async Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        var expired = await db.Set<PendingUpload>().Where(u => u.ExpiresAt <= now).ToListAsync(ct);
        db.RemoveRange(expired);
        await db.SaveChangesAsync(ct);
        foreach (var upload in expired) staging.Discard(upload.Id);
        foreach (var forgotten in await Forgotten(now, ct)) staging.Discard(forgotten);
    }

    private async Task<IEnumerable<UploadId>> Forgotten(DateTimeOffset now, CancellationToken ct)
    {
        var old = staging.Untouched(now - limits.Kept).ToList();
        var known = await db.Set<PendingUpload>().Where(u => old.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct);
        return old.Except(known);
    }
}
