using Emporium.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Delivery;

/// <summary>What a buyer may have: entitlements, the library page, signed downloads.</summary>
public sealed class DeliveryModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
