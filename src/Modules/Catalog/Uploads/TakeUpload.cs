using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Uploads;

/// <summary>
/// Makes an upload that has arrived whole a file of a product. Each step can be repeated: its hash is noted before it leaves the staging
/// folder, so after a crash in between the next call finds it in the file store.
/// </summary>
internal sealed class TakeUpload(StoreDb db, PendingUploads pending, Staging staging, IFiles files, AddFile add)
{
    /// <param name="Note">What is new in it; buyers read it.</param>
    /// <param name="VersionOf">The series of the file that it is the next version of; left out, its name decides.</param>
    public sealed record Request(string Note = "", ProductFileId? VersionOf = null);

    /// <exception cref="Refusal"><c>upload.not_found</c>, <c>upload.unfinished</c>, <c>product.…</c>.</exception>
    public async Task<ProductAnswer> Handle(ProductId product, UploadId id, Request request, CancellationToken ct)
    {
        var upload = await pending.Get(id, ct);
        ProductRules.Note(request.Note);
        if (upload.Sha256 is null)
        {
            if (staging.Received(id) != upload.Length) throw Refusal.Conflict("upload.unfinished", "Not everything has arrived yet. Send the rest, then add the file.");
            FileTypes.Of(upload.Name, await staging.Peek(id, ct));
            upload.Sha256 = await staging.Hash(id, ct);
            await db.SaveChangesAsync(ct);
        }
        var mediaType = await Store(upload, ct);
        db.Remove(upload);
        return await add.Attach(product, new(upload.Name, mediaType, upload.Sha256, upload.Length, request.Note), request.VersionOf, ct);
    }

    public static async Task<Ok<ProductAnswer>> Endpoint(ProductId id, UploadId upload, Request request, TakeUpload take, CancellationToken ct) =>
        TypedResults.Ok(await take.Handle(id, upload, request, ct));

    /// <summary>For the page's own script.</summary>
    public static async Task<Ok<ProductAnswer>> Form(ProductId id, UploadId upload, HttpRequest http, TakeUpload take, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct);
        return TypedResults.Ok(await take.Handle(id, upload, new(form["note"].ToString(), ProductFileId.TryParse(form["versionOf"], null, out var series) ? series : null), ct));
    }

    // The name and the first bytes say what it is, wherever it lies by now.
    private async Task<string> Store(PendingUpload upload, CancellationToken ct)
    {
        if (staging.Received(upload.Id) is not null)
        {
            var mediaType = FileTypes.Of(upload.Name, await staging.Peek(upload.Id, ct));
            await files.Adopt(staging.PathOf(upload.Id), upload.Sha256!, ct);
            return mediaType;
        }
        await using var stored = new Upload(await files.Open(upload.Sha256!, 0, null, ct), long.MaxValue);
        return FileTypes.Of(upload.Name, await stored.Peek(ct));
    }
}
