using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Emporium.Ui;

/// <summary>Serves the design system's files from the assembly, compressed at build time and cached for ever.</summary>
public static class UiAssets
{
    private const string Immutable = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/{file}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous().ExcludeFromDescription();
        routes.MapMethods("/assets/accent/{file}", [HttpMethods.Get, HttpMethods.Head], ServeAccent).AllowAnonymous().ExcludeFromDescription();

        // Asked for by browsers on pages that are not ours to write: a letter, a file, the bank.
        routes.MapGet("/favicon.ico", () => TypedResults.Redirect(Asset.Url("icon.svg"))).AllowAnonymous().ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> Serve(string file, HttpContext http)
    {
        if (!Asset.ByFileName.TryGetValue(file, out var asset)) return TypedResults.NotFound();

        var (bytes, encoding) = Choose(asset, http.Request.Headers.AcceptEncoding);
        var headers = http.Response.Headers;
        headers.CacheControl = Immutable;
        headers.XContentTypeOptions = "nosniff";
        if (asset.Brotli is not null) headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) headers.ContentEncoding = encoding;

        // Each encoding is a representation of its own (RFC 9110 §8.8.3), so it has a tag of its own.
        var tag = new EntityTagHeaderValue($"\"{asset.Hash}{(encoding is null ? "" : $"-{encoding}")}\"");
        return TypedResults.Bytes(bytes, asset.ContentType, entityTag: tag);
    }

    private static Results<FileContentHttpResult, NotFound> ServeAccent(string file, HttpContext http)
    {
        if (AccentSheet.Named(file) is not { } sheet) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = Immutable;
        return TypedResults.Bytes(sheet.Css, "text/css; charset=utf-8");
    }

    private static (byte[] Bytes, string? Encoding) Choose(AssetFile asset, StringValues accepted)
    {
        if (asset.Brotli is null || !StringWithQualityHeaderValue.TryParseList(accepted, out var codings)) return (asset.Plain, null);
        if (Takes("br")) return (asset.Brotli, "br");
        return Takes("gzip") && asset.Gzip is not null ? (asset.Gzip, "gzip") : (asset.Plain, null);

        bool Takes(string coding) => codings.Any(c => c.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && c.Quality is null or > 0);
    }
}
