using Emporium.Platform.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Emporium.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}

internal sealed class DatabaseReady(StoreDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("select 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception unreachable) when (unreachable is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", unreachable);
        }
    }
}
