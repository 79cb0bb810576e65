using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Delivery.Library;

/// <summary>The Download button: counts the download, or takes up one that was counted and never begun, and sends the browser to its link.</summary>
internal sealed class AskForDownload(PrepareDownload prepare, DownloadLinks downloads)
{
    public async Task<SeeOther> Handle(LibraryKey key, EntitlementId entitlement, ProductFileId file, CancellationToken ct)
    {
        var download = await prepare.FindUnused(key, entitlement, file, ct) ?? await prepare.Handle(key, entitlement, file, ct);
        return SeeOther.To(downloads.PathOf(download));
    }

    /// <summary>Under a link from a letter: the token is the key.</summary>
    public static Task<SeeOther> Endpoint(
        string token, [FromForm] EntitlementId entitlement, [FromForm] ProductFileId file, LibraryLinks library, AskForDownload ask, CancellationToken ct) =>
        ask.Handle(library.Read(token), entitlement, file, ct);

    /// <summary>In the account: the session is the key.</summary>
    public static async Task<SeeOther> FromAccount(
        [FromForm] EntitlementId entitlement, [FromForm] ProductFileId file, HttpContext http, ICustomerSession session, AskForDownload ask, CancellationToken ct)
    {
        var customer = await session.Current(http) ?? throw Refusal.NotFound("customer");
        return await ask.Handle(new LibraryKey(customer.Id), entitlement, file, ct);
    }
}
