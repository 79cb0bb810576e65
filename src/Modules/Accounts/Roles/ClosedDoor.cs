using Emporium.Accounts.SigningIn;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Roles;

/// <summary>What somebody is told who is known and may not go on: which permission is missing. Behind the desk's front door there is always a room that opens.</summary>
internal sealed class ClosedDoor(RoleBook roles, IEnumerable<MenuEntry> menu, IProblemDetailsService problems)
{
    public Task Answer(HttpContext http)
    {
        var missing = Missing(http);
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return Tell(http, missing);
        if (http.Request.Path == SignIn.Home && FirstRoom(http) is { } room)
        {
            http.Response.Redirect(room);
            return Task.CompletedTask;
        }
        return new RazorComponentResult<ClosedDoorPage>(new { Missing = missing }) { StatusCode = StatusCodes.Status403Forbidden }.ExecuteAsync(http);
    }

    private Permission? Missing(HttpContext http) => http.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>()
        .Where(rule => rule.Policy is not null && !http.User.May(rule.Policy)).Select(rule => roles.Find(rule.Policy!)).FirstOrDefault(p => p is not null);

    private string? FirstRoom(HttpContext http) => menu.OrderBy(e => e.Rank).FirstOrDefault(e => e.Href != SignIn.Home && http.User.May(e.Permission))?.Href;

    private async Task Tell(HttpContext http, Permission? missing)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status403Forbidden,
                Title = missing is null ? "This is not open to you." : $"This takes the permission {missing.Name}: {missing.Meaning} Ask an owner of the store for it.",
                Extensions = { ["code"] = "permission.missing", ["permission"] = missing?.Name },
            },
        });
    }
}
