using Emporium.Delivery.Contracts;
using Emporium.Delivery.Entitlements;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Observing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emporium.Delivery.Downloads;

/// <summary>
/// Streams what a signed link names: whole, or any one range of it (RFC 9110 §14), as often as wanted until the link expires. The
/// ETag is the content's SHA-256, so a resumed transfer is known to continue the same bytes; <c>Repr-Digest</c> (RFC 9530) lets the
/// receiver prove it.
/// </summary>
internal sealed class SendDownload(StoreDb db, DownloadLinks links, IFiles files, IObservations observations, TimeProvider clock)
{
    private const string RetryAfterSeconds = "30";

    public static async Task Endpoint(string signed, HttpContext http, SendDownload send)
    {
        try
        {
            await send.Handle(signed, http);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Unavailable && !http.Response.HasStarted)
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Task.CompletedTask;
            });
            throw;
        }
    }

    private async Task Handle(string signed, HttpContext http)
    {
        var (download, status, reason) = await Find(links.Read(signed), http.RequestAborted) ?? throw Refusal.NotFound("download");
        if (AccessClosed.For(status, reason) is { } closed) throw closed;
        if (!http.Request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase)) http.Request.Headers.Remove("Range");
        Guard(http.Response.Headers);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(download.Sha256))}:";
        await Body(download).ExecuteAsync(http);
    }

    private Task<Ticket?> Find(DownloadId id, CancellationToken ct) => db.Set<Download>().AsNoTracking().Where(d => d.Id == id)
        .Join(db.Set<Entitlement>(), d => d.EntitlementId, e => e.Id, (d, e) => new Ticket(d, e.Status, e.Reason))
        .SingleOrDefaultAsync(ct);

    private FileStreamHttpResult Body(Download download) => TypedResults.Stream(
        new StoredFileStream(files, download.Sha256, download.Size, ct => Start(download, ct)),
        MediaTypeHeaderValue.TryParse(download.MediaType, out _) ? download.MediaType : "application/octet-stream",
        FileName.Safe(download.FileName),
        download.CreatedAt,
        new EntityTagHeaderValue($"\"{download.Sha256}\""),
        enableRangeProcessing: true);

    /// <summary>Notes the first bytes ever asked for, once the file store has answered.</summary>
    private async Task Start(Download download, CancellationToken ct)
    {
        if (download.StartedAt is not null) return;
        var (id, now) = (download.Id, clock.Now);
        var first = await db.Transact(() => db.Set<Download>().Where(d => d.Id == id && d.StartedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.StartedAt, now), ct), ct);
        if (first > 0) observations.Note(new Observation("download.started", download.EntitlementId.ToString(), now, $$"""{"file":"{{download.FileId}}"}"""));
    }

    // A seller's HTML or SVG must never run as a page of the store, even where a browser is talked into showing it.
    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-transform";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }

    private sealed record Ticket(Download Download, EntitlementStatus Status, string? Reason);
}
