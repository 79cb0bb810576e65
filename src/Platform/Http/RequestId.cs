using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Http;

/// <summary>Gives every request an id that stands in each of its log lines, in its problem documents and in the answer's <c>X-Request-Id</c>.</summary>
internal sealed class RequestId(RequestDelegate next, ILogger<RequestId> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var id = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        http.TraceIdentifier = id;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["X-Request-Id"] = id;
            return Task.CompletedTask;
        });
        using (log.BeginScope(new KeyValuePair<string, object?>[] { new("RequestId", id) }))
            await next(http);
    }
}
