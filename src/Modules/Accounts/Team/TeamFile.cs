using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.Team;

/// <summary>The team as a file: its members, then those who are asked to join.</summary>
internal static class TeamFile
{
    private sealed record Line(string Id, string? Name, string Email, string Role, string Status, string? InvitedBy, DateTimeOffset Since, DateTimeOffset? LastSignInAt);

    private static readonly ListColumns<Line> Columns = new ListColumns<Line>()
        .InFile("id", line => line.Id)
        .InFile("name", line => line.Name)
        .InFile("email", line => line.Email)
        .InFile("role", line => line.Role)
        .InFile("status", line => line.Status)
        .InFile("invited_by", line => line.InvitedBy)
        .InFile("since", line => line.Since)
        .InFile("last_sign_in_at", line => line.LastSignInAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapListFile(TeamPage.Address, TeamSetup.Manage, Columns, async http =>
    {
        var (team, ct) = (http.RequestServices.GetRequiredService<TeamList>(), http.RequestAborted);
        return
        [
            .. (await team.Members(ct)).Select(m => new Line($"{m.Id}", m.Name, m.Email, m.RoleName, $"{m.Status}", null, m.CreatedAt, m.LastSignInAt)),
            .. (await team.Invitations(ct)).Select(i => new Line($"{i.Id}", null, i.Email, i.RoleName, i.IsExpired ? "Expired" : "Invited", i.InvitedBy, i.SentAt, null)),
        ];
    });
}
