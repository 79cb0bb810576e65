using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>
/// The guard of forms on cached pages, which cannot carry a token: the browser itself says where the form stood
/// (<c>Sec-Fetch-Site</c>, <c>Origin</c>). A request that says neither comes from no current browser and is refused.
/// </summary>
public static class SameOrigin
{
    public static TBuilder RequireSameOrigin<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new SameOriginRequired());
        return endpoint.AddEndpointFilter<TBuilder>(async (context, next) => IsSame(context.HttpContext.Request)
            ? await next(context)
            : throw Refusal.Forbidden("request.cross_origin", "This form was sent from another site. Open the store itself and try again."));
    }

    public static bool IsSame(HttpRequest request)
    {
        // A page under "Referrer-Policy: no-referrer" posts with "Origin: null"; no page can write Sec-Fetch-Site, so where it is, it decides.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Says on the endpoint that its form is checked by origin, so that the test over all endpoints can see it.</summary>
public sealed class SameOriginRequired;
