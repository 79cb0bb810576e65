using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Roles;

/// <summary>What roles are made of.</summary>
internal static class RoleSetup
{
    public static IServiceCollection AddRoles(this IServiceCollection services) => services
        .AddSingleton<RoleBook>()
        .AddScoped<ClosedDoor>();
}
