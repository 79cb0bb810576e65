using Emporium.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Licensing;

/// <summary>License keys for products that issue them.</summary>
public sealed class LicensingModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
