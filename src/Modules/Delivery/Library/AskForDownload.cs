using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Delivery.Library;

/// <summary>The Download button: counts the download, or takes up one that was counted and never begun, and sends the browser to its link.</summary>
internal static class AskForDownload
{
    public static async Task<SeeOther> Endpoint(
        string token, [FromForm] EntitlementId entitlement, [FromForm] ProductFileId file,
        LibraryLinks library, PrepareDownload prepare, DownloadLinks downloads, CancellationToken ct)
    {
        var key = library.Read(token);
        var download = await prepare.FindUnused(key, entitlement, file, ct) ?? await prepare.Handle(key, entitlement, file, ct);
        return SeeOther.To(downloads.PathOf(download));
    }
}
