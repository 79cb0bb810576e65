using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Entitlements;
using Emporium.Delivery.Library;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Downloads;

/// <summary>Counts one download of a file against its purchase; what comes back can be fetched until it expires without counting again.</summary>
internal sealed class PrepareDownload(StoreDb db, IProductFiles files, Idempotency idempotency, TimeProvider clock)
{
    /// <exception cref="Refusal">
    /// <c>entitlement.not_found</c> (also where it is somebody else's), <c>file.not_found</c>, <c>entitlement.revoked</c>,
    /// <c>entitlement.suspended</c>, <c>download.limit_reached</c>.
    /// </exception>
    public async Task<Download> Handle(LibraryKey key, EntitlementId id, ProductFileId fileId, CancellationToken ct)
    {
        if (DownloadId.TryParse(idempotency.Resource, null, out var earlier)) return await db.Set<Download>().SingleAsync(d => d.Id == earlier, ct);

        var entitlement = await db.Set<Entitlement>().AsNoTracking().Where(key.Opens).SingleOrDefaultAsync(e => e.Id == id, ct)
            ?? throw Refusal.NotFound("entitlement");
        entitlement.DemandOpen();
        var file = await files.Find(fileId, ct);
        if (file is null || file.Product != entitlement.ProductId) throw Refusal.NotFound("file");

        return await db.Transact(async () =>
        {
            await Count(entitlement, fileId, ct);
            var download = Download.Of(file, id, clock);
            idempotency.Creates(download.Id.ToString());
            db.Add(download);
            await db.SaveChangesAsync(ct);
            return download;
        }, ct);
    }

    /// <summary>A download that was counted but never begun, because the page was left or the files were out of reach: a second click takes it up again.</summary>
    public async Task<Download?> FindUnused(LibraryKey key, EntitlementId id, ProductFileId fileId, CancellationToken ct)
    {
        var now = clock.Now;
        var open = db.Set<Entitlement>().Where(key.Opens).Where(e => e.Id == id && e.Status == EntitlementStatus.Active);
        return await db.Set<Download>().AsNoTracking()
            .Where(d => d.EntitlementId == id && d.FileId == fileId && d.StartedAt == null && d.ExpiresAt > now)
            .Where(d => open.Any())
            .OrderByDescending(d => d.ExpiresAt)
            .FirstOrDefaultAsync(ct);
    }

    private async Task Count(Entitlement entitlement, ProductFileId file, CancellationToken ct)
    {
        var (id, limit) = (entitlement.Id, entitlement.DownloadLimit);
        var counts = db.Set<DownloadCount>().Where(c => c.EntitlementId == id && c.FileId == file);
        if (limit is null or > 0 && !await counts.AnyAsync(ct))
            db.Add(new DownloadCount { EntitlementId = id, FileId = file, Used = 1 });
        else if (await counts.Where(c => limit == null || c.Used + 1 <= limit).ExecuteUpdateAsync(set => set.SetProperty(c => c.Used, c => c.Used + 1), ct) == 0)
            throw Refusal.Conflict("download.limit_reached",
                $"This file was downloaded {limit} times, as often as this purchase allows. Write to the store if you need it again; what you bought is still yours.");
    }
}
