using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Accounts.Team;

/// <summary>Takes an invitation back: its link opens nothing any more.</summary>
internal sealed class WithdrawInvitation(StoreDb db, TeamBook team)
{
    public async Task Handle(InvitationId id, Actor by, CancellationToken ct)
    {
        db.Remove(await team.Find(id, by, ct));
        await db.SaveChangesAsync(ct);
    }

    public static async Task<SeeOther> Page(InvitationId id, WithdrawInvitation withdraw, ClaimsPrincipal user, CancellationToken ct)
    {
        await withdraw.Handle(id, Actor.Of(user), ct);
        return SeeOther.To(TeamPage.Address);
    }

    public static async Task<NoContent> Endpoint(InvitationId id, WithdrawInvitation withdraw, ClaimsPrincipal user, CancellationToken ct)
    {
        await withdraw.Handle(id, Actor.Of(user), ct);
        return TypedResults.NoContent();
    }
}
