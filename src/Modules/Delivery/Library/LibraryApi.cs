using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Delivery.Library;

/// <summary>The library for programs: the token of the library's address is the key, as <c>token</c> or as bearer token.</summary>
internal static class LibraryApi
{
    /// <param name="Items">What the buyer owns, newest first.</param>
    public sealed record Shelf(IReadOnlyList<Item> Items);

    /// <param name="ClosedBecause">Left out while access is open.</param>
    public sealed record Item(
        EntitlementId Entitlement, ProductId Product, OrderId? Order, string Title, string Kind, int Quantity,
        DateTimeOffset GrantedAt, string? ClosedBecause, IReadOnlyList<FileItem> Files);

    /// <param name="Size">In bytes.</param>
    /// <param name="DownloadsLeft">Left out where there is no limit.</param>
    /// <param name="Version">From 1.</param>
    /// <param name="UpdatedAt">When this version came, where that was after the purchase.</param>
    /// <param name="Note">What is new in it, in the seller's words.</param>
    public sealed record FileItem(ProductFileId Id, string Name, string Type, long Size, string Sha256, int? DownloadsLeft, int Version, DateTimeOffset? UpdatedAt, string Note);

    public sealed record DownloadRequest([property: Required] EntitlementId? Entitlement, [property: Required] ProductFileId? File);

    /// <param name="Url">Streams the file until it expires, whole or in ranges, without counting again.</param>
    public sealed record DownloadTicket(DownloadId Id, string Url, DateTimeOffset ExpiresAt, string Sha256, long Size);

    public static async Task<Ok<Shelf>> Read(HttpContext http, LibraryLinks links, Owned owned, CancellationToken ct, string? token = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var things = await owned.Of(Reader(http, token, links), ct);
        return TypedResults.Ok(new Shelf([.. things.Where(t => !t.IsOver).Select(ItemOf)]));
    }

    public static async Task<Created<DownloadTicket>> Prepare(
        DownloadRequest request, HttpContext http, LibraryLinks links, PrepareDownload prepare, DownloadLinks downloads, CancellationToken ct, string? token = null)
    {
        var download = await prepare.Handle(Reader(http, token, links), request.Entitlement!.Value, request.File!.Value, ct);
        var url = downloads.AddressOf(download);
        return TypedResults.Created(url, new DownloadTicket(download.Id, url, download.ExpiresAt, download.Sha256, download.Size));
    }

    private static LibraryKey Reader(HttpContext http, string? token, LibraryLinks links)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return links.Read(token ?? (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : ""));
    }

    private static Item ItemOf(OwnedThing thing) => new(
        thing.Entitlement, thing.Product, thing.Order, thing.Title, thing.Kind, thing.Quantity, thing.GrantedAt, thing.ClosedBecause,
        [.. thing.Files.Select(f => new FileItem(f.Id, f.Name, f.MediaType, f.Size, f.Sha256, f.DownloadsLeft, f.Number, f.UpdatedAt, f.Note))]);
}
