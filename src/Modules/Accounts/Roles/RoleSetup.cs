using Emporium.Accounts.Team;
using Emporium.Platform.Http;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Roles;

/// <summary>What roles are made of.</summary>
internal static class RoleSetup
{
    public static IServiceCollection AddRoles(this IServiceCollection services) => services
        .AddSingleton<RoleBook>().AddScoped<RoleShelf>().AddScoped<RoleDesk>().AddScoped<ClosedDoor>().AddScoped<SaveRole>().AddScoped<DeleteRole>()
        .AddSettingsEntry(new SettingsEntry("Team", "Roles", "What each role may do, and roles of your own.", RolesPage.Address, "shield", TeamSetup.Manage, 310));

    public static void MapRoles(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(RolesPage.Address).RequireAuthorization(TeamSetup.Manage).RequireStepUp().WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        RoleFile.Map(routes);
        forms.MapPost("", SaveRole.Make).WithSummary("Makes a role.");
        forms.MapPost("/{id}", SaveRole.Change).WithSummary("Changes what a role may do.");
        forms.MapPost("/{id}/delete", DeleteRole.Page).WithSummary("Deletes a role.");
        routes.MapGet("/api/v1/roles", RoleDesk.Endpoint).WithTags("Team").RequireAuthorization(TeamSetup.Manage).RequireRateLimiting(RateLimits.Api)
            .WithName("ListRoles").WithSummary("Lists the roles of the store and what each may do.");
    }
}
