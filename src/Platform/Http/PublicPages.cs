using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Emporium.Platform.Http;

/// <summary>
/// Which answers strangers share: pages and API lists without anything personal in them. The key is path, the query names that mean
/// something, currency and language, and the stamps of what the page shows, so that a change is seen by the next request. Whatever
/// else a query holds (campaign tags) makes no new copy.
/// </summary>
internal sealed class PublicPages : IOutputCachePolicy
{
    public const string Name = "public";

    private static readonly string[] Stamps = ["catalog", "settings"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isPublic = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Query.ContainsKey("q");
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, isPublic, isPublic, true);
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
        context.CacheVaryByRules.QueryKeys = new StringValues(["cursor", "limit", "version"]);
        context.CacheVaryByRules.VaryByValues["for"] = $"{Currency(request)}\n{string.Join('\n', Stamps.Select(context.HttpContext.RequestServices.GetRequiredService<IFreshness>().Of))}";
        return ValueTask.CompletedTask;
    }

    // Only what can be a currency: junk in the cookie makes no copy of its own.
    private static string? Currency(HttpRequest request) => request.Cookies["currency"] is { Length: 3 } code && Emporium.Currency.IsKnown(code) ? code : null;

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
