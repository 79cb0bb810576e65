using Emporium.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Payments;

/// <summary>Money in and out: the gateway contract with a folder per gateway, the webhook inbox, payments, refunds, disputes. Knows an order only as an opaque reference.</summary>
public sealed class PaymentsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
