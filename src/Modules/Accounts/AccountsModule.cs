using Emporium.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts;

/// <summary>People: customers by their e-mail address, the owner and later the staff, sign-in and sessions.</summary>
public sealed class AccountsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
