using System.Globalization;
using Emporium.Catalog.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Catalog.Uploads;

/// <summary>Where an upload stands (tus 1.0.0, HEAD).</summary>
internal static class LookAtUpload
{
    public static async Task<NoContent> Endpoint(UploadId upload, HttpResponse response, PendingUploads pending, Staging staging, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var found = await pending.Get(upload, ct);
        response.Headers["Upload-Offset"] = (staging.Received(upload) ?? found.Length).ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Length"] = found.Length.ToString(CultureInfo.InvariantCulture);
        if (found.Metadata.Length > 0) response.Headers["Upload-Metadata"] = found.Metadata;
        Tus.Expires(response, found);
        return TypedResults.NoContent();
    }
}
