using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Emporium.Platform.Http;

/// <summary>The headers that every answer carries. Nothing inline and nothing foreign runs on our pages.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IEnumerable<FormTarget> targets, StoreAddress address, IConfiguration configuration)
{
    private readonly string policy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; " +
        "worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action " +
        string.Join(' ', targets.Select(target => target.Origin).Prepend("'self'"));

    // RFC 6797. A year and the names below it, as OWASP ASVS 5.0 asks (3.4.1).
    private readonly string? strictTransport = address.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        ? configuration["Security:StrictTransport"] ?? "max-age=31536000; includeSubDomains"
        : null;

    public Task InvokeAsync(HttpContext http)
    {
        // As the answer starts: an error page begins by clearing what was set before it.
        http.Response.OnStarting(state => Add(((HttpContext)state).Response.Headers), http);
        return next(http);
    }

    private Task Add(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = policy;
        if (strictTransport is { Length: > 0 }) headers.StrictTransportSecurity = strictTransport;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return Task.CompletedTask;
    }
}
