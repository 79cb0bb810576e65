using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Uploads;

/// <summary>The uploads of the current author.</summary>
internal sealed class PendingUploads(StoreDb db, Staging staging, CurrentAuthor author, TimeProvider clock)
{
    /// <param name="Percent">How much of it arrived, rounded down.</param>
    public sealed record Summary(UploadId Id, string Name, int Percent);

    /// <exception cref="Refusal"><c>upload.not_found</c>: unknown, expired, or somebody else's.</exception>
    public async Task<PendingUpload> Get(UploadId id, CancellationToken ct)
    {
        var (owner, now) = (author.Read().Id, clock.Now);
        var upload = await db.Set<PendingUpload>().SingleOrDefaultAsync(u => u.Id == id && u.Owner == owner && u.ExpiresAt > now, ct);
        return upload is not null && (upload.Sha256 is not null || staging.Received(id) is not null) ? upload : throw Refusal.NotFound("upload");
    }

    /// <summary>What was begun for a product and has not become part of it.</summary>
    public async Task<IReadOnlyList<Summary>> Of(ProductId product, CancellationToken ct)
    {
        var (owner, now) = (author.Read().Id, clock.Now);
        var uploads = await db.Set<PendingUpload>().AsNoTracking().Where(u => u.Owner == owner && u.ProductId == product && u.ExpiresAt > now).OrderBy(u => u.Id).ToListAsync(ct);
        return [.. uploads.Select(u => new Summary(u.Id, u.Name, (int)((staging.Received(u.Id) ?? u.Length) * 100 / u.Length)))];
    }
}
