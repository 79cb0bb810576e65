using Emporium.Accounts.Team;
using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Roles;

/// <summary>Who may do what, as a file.</summary>
internal static class RoleFile
{
    private static readonly ListColumns<NamedRole> Columns = new ListColumns<NamedRole>()
        .InFile("role", role => $"{role.Choice}")
        .InFile("name", role => role.Name)
        .InFile("description", role => role.Description)
        .InFile("permissions", role => string.Join(' ', role.Grants.Names));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapListFile(RolesPage.Address, TeamSetup.Manage, Columns, http => http.RequestServices.GetRequiredService<RoleShelf>().All(http.RequestAborted));
}
