using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Security;

/// <summary>Something a member of the staff may be allowed to do. Its name is the authorization policy that endpoints and pages ask for.</summary>
/// <param name="Name"><c>module.verb</c>, a public constant of the module: <c>orders.refund</c>.</param>
/// <param name="Meaning">What it allows, for whoever grants it.</param>
/// <param name="Roles">The standard roles that hold it, besides the owner, who holds everything.</param>
public sealed record Permission(string Name, string Meaning, IReadOnlyList<StandardRole> Roles)
{
    /// <summary>The claim under which a signed-in person carries each granted permission.</summary>
    public const string ClaimType = "permission";

    /// <summary>The claim of a program that came with a key: the key's id.</summary>
    public const string KeyClaimType = "api-key";

    /// <summary>The claim value of the owner, who may do everything.</summary>
    public const string Everything = "*";
}

public static class PermissionRegistrations
{
    /// <summary>Declares a permission, the policy of the same name, and who holds it where the merchant decided nothing else.</summary>
    public static IServiceCollection AddPermission(this IServiceCollection services, string name, string meaning, params StandardRole[] roles)
    {
        services.AddAuthorizationBuilder().AddPolicy(name, policy => policy.RequireClaim(Permission.ClaimType, name, Permission.Everything));
        return services.AddSingleton(new Permission(name, meaning, roles));
    }

    /// <summary>Whether the person, or the key, holds the permission.</summary>
    public static bool May(this ClaimsPrincipal user, string permission) =>
        user.HasClaim(Permission.ClaimType, permission) || user.HasClaim(Permission.ClaimType, Permission.Everything);
}
