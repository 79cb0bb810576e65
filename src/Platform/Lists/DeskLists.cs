using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Lists;

/// <summary>A list as its module registers it.</summary>
public interface IDeskList
{
    /// <summary>Maps the addresses beside its page.</summary>
    internal void Map(IEndpointRouteBuilder routes);
}

/// <summary>The two lines that a module says about a list.</summary>
public static class DeskLists
{
    public static IServiceCollection AddDeskList<TList>(this IServiceCollection services) where TList : class, IDeskList => services.AddSingleton<TList>();

    /// <summary>Its exports, its saved views and its acts.</summary>
    public static void MapDeskList<TList>(this IEndpointRouteBuilder routes) where TList : class, IDeskList =>
        routes.ServiceProvider.GetRequiredService<TList>().Map(routes);
}
