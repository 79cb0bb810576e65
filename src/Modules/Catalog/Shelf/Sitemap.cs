using System.Xml;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Shelf;

/// <summary>What search engines may read: <c>robots.txt</c>, and the sitemap (sitemaps.org 0.9) of home, list and the newest products.</summary>
internal static class Sitemap
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The protocol's most for one file is 50,000 addresses; two are pages of our own.</summary>
    private const int MostProducts = 49_998;

    public static string Robots(StoreAddress address) => $"""
        User-agent: *
        Disallow: /admin
        Disallow: /cart
        Disallow: /checkout
        Disallow: /library

        Sitemap: {address.To("/sitemap.xml")}

        """;

    public static async Task Endpoint(HttpContext http, StoreDb db, ShelfQueries queries, StoreAddress address)
    {
        http.Response.ContentType = "application/xml; charset=utf-8";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        await using var xml = XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Schema);
        await Write(xml, address.To("/"), null);
        await Write(xml, address.To("/products"), null);
        await foreach (var product in queries.Addresses(db, MostProducts).WithCancellation(http.RequestAborted))
            await Write(xml, address.To($"/products/{product.Slug}"), product.PublishedAt);
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static async Task Write(XmlWriter xml, string url, DateTimeOffset? since)
    {
        await xml.WriteStartElementAsync(null, "url", Schema);
        await xml.WriteElementStringAsync(null, "loc", Schema, url);
        if (since is { } day) await xml.WriteElementStringAsync(null, "lastmod", Schema, day.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await xml.WriteEndElementAsync();
    }
}
