using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform;

/// <summary>
/// A capability of the store. Its tables (<c>IEntityTypeConfiguration</c>), schema scripts and pages are found by its
/// assembly; its services, reactions, jobs, permissions, menu entries and routes are listed here, so that the module's
/// one file is its table of contents.
/// </summary>
public interface IModule
{
    void AddServices(IServiceCollection services, IConfiguration configuration) { }

    void MapRoutes(IEndpointRouteBuilder routes) { }
}
