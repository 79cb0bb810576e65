using Emporium.Platform.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Audit;

/// <summary>The audit log: what it is made of.</summary>
public static class AuditSetup
{
    internal static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditChain>().AddScoped<AuditTrail>().AddScoped<IAuditLog, AuditLog>().AddScoped<IDoctorCheck, AuditCheck>()
        .AddJob<ChainAudit>("platform.chain-audit", TimeSpan.FromMinutes(1));

    /// <summary>Stands between authentication and authorization, so that it sees who was turned away too.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.UseMiddleware<AuditActions>();
}
