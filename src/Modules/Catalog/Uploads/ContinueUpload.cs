using System.Globalization;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Uploads;

/// <summary>
/// Takes the next bytes of an upload (tus 1.0.0, core protocol and checksum). What arrived before a connection broke is kept, except
/// where a checksum stands for the whole part: then it is all of it or nothing.
/// </summary>
internal sealed class ContinueUpload(StoreDb db, Staging staging, PendingUploads pending, UploadLimits limits, TimeProvider clock)
{
    private const int BufferSize = 1 << 17;

    /// <returns>The upload, and how many bytes have arrived now.</returns>
    /// <exception cref="Refusal"><c>upload.not_found</c>, <c>upload.busy</c>, <c>upload.offset_conflict</c>, <c>upload.too_large</c>, <c>upload.disk_full</c>.</exception>
    /// <exception cref="WrongSumException">The part is not what its checksum says; nothing of it was kept.</exception>
    public async Task<(PendingUpload Upload, long Received)> Handle(UploadId id, long offset, Checksum? checksum, Stream body, CancellationToken ct)
    {
        var upload = await pending.Get(id, ct);
        long received;
        await using (var file = staging.TryOpen(id) ?? throw Refusal.Conflict("upload.busy", "This upload is being written by another request. Ask where it stands, then go on from there."))
        {
            if (file.Length != offset) throw Refusal.Conflict("upload.offset_conflict", $"The upload stands at byte {file.Length}, not at {offset}. Go on from there.");
            await Append(file, upload, checksum, body, ct);
            received = file.Length;
        }
        upload.ExpiresAt = clock.Now + limits.Kept;
        await db.SaveChangesAsync(CancellationToken.None);
        return (upload, received);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Endpoint(UploadId upload, HttpContext http, ContinueUpload next, CancellationToken ct)
    {
        var request = http.Request;
        if (request.ContentType is not Tus.PartType) return Tus.Problem(StatusCodes.Status415UnsupportedMediaType, $"Send the bytes as {Tus.PartType}.", "upload.part_type");
        if (!long.TryParse(request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            throw Refusal.Invalid("upload.offset_required", "Send Upload-Offset, the number of bytes that arrived before these.", "Upload-Offset");
        try
        {
            var (changed, received) = await next.Handle(upload, offset, Checksum.Read(request.Headers["Upload-Checksum"]), request.Body, ct);
            Tus.Expires(http.Response, changed);
            http.Response.Headers["Upload-Offset"] = received.ToString(CultureInfo.InvariantCulture);
            return TypedResults.NoContent();
        }
        catch (WrongSumException)
        {
            return Tus.Problem(Tus.ChecksumMismatch, "These bytes are not what their checksum says; none of them was kept. Send them again.", "upload.checksum_mismatch");
        }
    }

    private static async Task Append(FileStream file, PendingUpload upload, Checksum? checksum, Stream body, CancellationToken ct)
    {
        var start = file.Length;
        try
        {
            var buffer = new byte[BufferSize];
            for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
            {
                if (file.Length + read > upload.Length) throw new Refusal(RefusalKind.TooLarge, "upload.too_large", "More bytes arrived than Upload-Length announced. None of this part was kept.", "Upload-Length");
                checksum?.Add(buffer.AsSpan(0, read));
                await Write(file, buffer.AsMemory(0, read));
            }
            if (checksum?.IsRight() is false) throw new WrongSumException();
        }
        catch (Exception failure) when (checksum is not null || failure is Refusal { Code: "upload.too_large" })
        {
            file.SetLength(start);
            throw;
        }
        finally
        {
            file.Flush(flushToDisk: true);
        }
    }

    // Not given up half-way: a write that began is finished, so that the file's length is what arrived.
    private static async Task Write(FileStream file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await file.WriteAsync(bytes, CancellationToken.None);
            await file.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            throw Staging.DiskFull();
        }
    }
}
