using System.Globalization;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Uploads;

/// <summary>Begins an upload (tus 1.0.0, extension creation): says how long it will be and what it is called, and gets an address for its bytes.</summary>
internal sealed class BeginUpload(StoreDb db, Staging staging, UploadLimits limits, CurrentAuthor author, Idempotency idempotency, PendingUploads pending, TimeProvider clock)
{
    private const int MostAtOnce = 50;

    /// <param name="Length">Of the whole, in bytes.</param>
    /// <param name="ExpiresAt">When it is thrown away if nothing arrives.</param>
    public sealed record Answer(UploadId Id, long Length, DateTimeOffset ExpiresAt);

    /// <exception cref="Refusal"><c>upload.…</c>, <c>product.file_name_invalid</c>.</exception>
    public async Task<PendingUpload> Handle(long length, string metadata, CancellationToken ct)
    {
        if (UploadId.TryParse(idempotency.Resource, null, out var earlier)) return await pending.Get(earlier, ct);
        if (length == 0) throw Refusal.Invalid("product.file_empty", "The file is empty. Choose another one.", "file");
        if (length > limits.MaxFileBytes) throw new Refusal(RefusalKind.TooLarge, "upload.too_large", $"The file has {length >> 20:N0} MB; {limits.MaxFileBytes >> 20:N0} MB is the most this store takes.", "file");
        var said = Metadata.Read(metadata);
        var owner = author.Read().Id;
        await DemandRoom(owner, length, ct);

        var upload = new PendingUpload
        {
            Id = UploadId.New(clock),
            Owner = owner,
            ProductId = ProductId.TryParse(said.GetValueOrDefault("product"), null, out var product) ? product : null,
            Name = FileNames.Clean(said.GetValueOrDefault("filename", "file")),
            Metadata = metadata,
            Length = length,
            CreatedAt = clock.Now,
            ExpiresAt = clock.Now + limits.Kept,
        };
        staging.Begin(upload.Id, length);
        db.Add(upload);
        idempotency.Creates(upload.Id.ToString());
        await db.SaveChangesAsync(ct);
        return upload;
    }

    public static async Task<Created<Answer>> Endpoint(HttpContext http, BeginUpload begin, CancellationToken ct)
    {
        if (!long.TryParse(http.Request.Headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw Refusal.Invalid("upload.length_required", "Send Upload-Length, the size of the whole file in bytes.", "Upload-Length");
        var upload = await begin.Handle(length, http.Request.Headers["Upload-Metadata"].ToString(), ct);
        Tus.Expires(http.Response, upload);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{upload.Id}", new Answer(upload.Id, upload.Length, upload.ExpiresAt));
    }

    private async Task DemandRoom(string owner, long length, CancellationToken ct)
    {
        var now = clock.Now;
        var open = await db.Set<PendingUpload>().Where(u => u.Owner == owner && u.ExpiresAt > now).Select(u => u.Length).ToListAsync(ct);
        if (open.Count >= MostAtOnce || open.Sum() + length > limits.QuotaBytes)
            throw Refusal.Conflict("upload.quota_exceeded", $"Your unfinished uploads together would be more than {limits.QuotaBytes >> 20:N0} MB, or more than {MostAtOnce}. Finish or discard some first.");
    }
}
