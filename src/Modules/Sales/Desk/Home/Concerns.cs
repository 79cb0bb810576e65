using System.Security.Claims;
using Emporium.Platform.Pages;
using Microsoft.AspNetCore.Authorization;

namespace Emporium.Sales.Desk.Home;

/// <summary>What waits for this person, the urgent first.</summary>
internal sealed class Concerns(IEnumerable<IDeskConcern> all, IAuthorizationService authorization)
{
    public async Task<IReadOnlyList<DeskConcern>> Of(ClaimsPrincipal person, CancellationToken ct)
    {
        List<DeskConcern> found = [];
        foreach (var concern in all)
            if ((await authorization.AuthorizeAsync(person, concern.Permission)).Succeeded && await concern.Look(ct) is { } waits) found.Add(waits);
        return [.. found.OrderByDescending(c => c.IsUrgent)];
    }
}
