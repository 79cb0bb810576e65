using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>The headers that every answer carries. Nothing inline and nothing foreign runs on our pages.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IEnumerable<FormTarget> targets)
{
    private readonly string policy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action " +
        string.Join(' ', targets.Select(target => target.Origin).Prepend("'self'"));

    public Task InvokeAsync(HttpContext http)
    {
        // As the answer starts: an error page begins by clearing what was set before it.
        http.Response.OnStarting(state => Add(((HttpContext)state).Response.Headers), http);
        return next(http);
    }

    private Task Add(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return Task.CompletedTask;
    }
}
