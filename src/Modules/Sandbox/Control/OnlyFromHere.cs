using System.Net;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sandbox.Control;

/// <summary>Admits callers on this machine. What came through a proxy is refused, for behind one everybody looks local.</summary>
internal sealed class OnlyFromHere : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (connection, headers) = (context.HttpContext.Connection, context.HttpContext.Request.Headers);
        var local = connection.RemoteIpAddress is null || IPAddress.IsLoopback(connection.RemoteIpAddress);
        return local && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Forwarded")
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.NotFound());
    }
}
