using System.Globalization;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <summary>
/// A picture's original (<c>pic_….full.jpg</c>) or one of its copies (<c>pic_….960.webp</c>). Visitors see those of products that are or were
/// for sale; the staff sees all. It is sent as the picture that its bytes are, and as nothing else.
/// </summary>
internal static class PictureFile
{
    public static async Task<IResult> Endpoint(string name, HttpContext http, StoreDb db, IFiles files, CancellationToken ct)
    {
        var parts = name.Split('.');
        if (parts.Length != 3 || !PictureId.TryParse(parts[0], null, out var id) || await Find(id, IsStaff(http), db, ct) is not { } found) throw Refusal.NotFound("picture");
        var (picture, isPublic) = found;
        var copy = picture.Variants.FirstOrDefault(v => parts[1] == v.Width.ToString(CultureInfo.InvariantCulture));
        if (copy is null && parts[1] != "full") throw Refusal.NotFound("picture");

        http.Response.Headers.CacheControl = isPublic ? "public, max-age=31536000, immutable" : "private, no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(await files.Open(copy?.Sha256 ?? picture.Sha256, 0, null, ct), copy is null ? picture.MediaType : "image/webp");
    }

    private static async Task<Shown?> Find(PictureId id, bool isStaff, StoreDb db, CancellationToken ct)
    {
        var shown = await db.Set<Picture>().AsNoTracking().Where(p => p.Id == id)
            .Join(db.Set<Product>(), picture => picture.ProductId, product => product.Id, (picture, product) => new Shown(picture, product.Status != ProductStatus.Draft))
            .SingleOrDefaultAsync(ct);
        return shown is { IsPublic: true } || isStaff ? shown : null;
    }

    private static bool IsStaff(HttpContext http) =>
        http.User.HasClaim(Permission.ClaimType, CatalogModule.Edit) || http.User.HasClaim(Permission.ClaimType, Permission.Everything);

    private sealed record Shown(Picture Picture, bool IsPublic);
}
