using Emporium.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Http;

/// <summary>
/// Runs a request again, in a fresh scope, when its unit of work lost a race: nothing was saved, and the second look sees what
/// the winner did. Handlers can therefore be written as "look, then act", with the database's constraints as the guard.
/// </summary>
internal sealed class Rerun(RequestDelegate next, IServiceScopeFactory scopes)
{
    private const int Runs = 5;

    public async Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<RunsOnce>() is not null)
        {
            await next(http);
            return;
        }

        http.Request.EnableBuffering();
        for (var run = 1; ; run++)
        {
            try
            {
                await next(http);
                return;
            }
            catch (Exception lost) when (DbErrors.IsLostRace(lost) && run < Runs && !http.Response.HasStarted)
            {
                Refresh(http);
            }
        }
    }

    private void Refresh(HttpContext http)
    {
        http.Response.Clear();
        http.Request.Body.Position = 0;
        var scope = scopes.CreateAsyncScope();
        http.Response.RegisterForDisposeAsync(scope);
        http.Features.Set<IServiceProvidersFeature>(new ServiceProvidersFeature { RequestServices = scope.ServiceProvider });
    }
}

/// <summary>Marks an endpoint whose body is too large to keep, or whose work is not only the database's: it is not run again.</summary>
public sealed class RunsOnce
{
    public static readonly RunsOnce Instance = new();
}
