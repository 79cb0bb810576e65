using Emporium.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tax;

/// <summary>What tax a sale bears: the rates the merchant declares, per country and dated.</summary>
public sealed class TaxModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
