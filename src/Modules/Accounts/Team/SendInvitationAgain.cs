using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Accounts.Team;

/// <summary>A new letter with a new link; the one before opens nothing any more.</summary>
internal sealed class SendInvitationAgain(StoreDb db, TeamBook team, InvitationLetters letters)
{
    public async Task Handle(InvitationId id, Actor by, CancellationToken ct)
    {
        await letters.Send(await team.Find(id, by, ct), ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<SeeOther> Page(InvitationId id, SendInvitationAgain again, ClaimsPrincipal user, CancellationToken ct)
    {
        await again.Handle(id, Actor.Of(user), ct);
        return SeeOther.To(TeamPage.Address);
    }

    public static async Task<NoContent> Endpoint(InvitationId id, SendInvitationAgain again, ClaimsPrincipal user, CancellationToken ct)
    {
        await again.Handle(id, Actor.Of(user), ct);
        return TypedResults.NoContent();
    }
}
