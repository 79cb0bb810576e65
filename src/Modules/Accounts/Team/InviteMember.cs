using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Invites somebody to the team, by a letter with a link.</summary>
internal sealed class InviteMember(StoreDb db, RoleShelf roles, InvitationLetters letters, TimeProvider clock)
{
    /// <param name="Role"><c>owner</c>, <c>manager</c>, <c>support</c>, <c>finance</c>, <c>developer</c>, or the id of a role of the store's own.</param>
    public sealed record Request([property: StringLength(254)] string Email, string Role);

    /// <exception cref="Refusal"><c>staff.email_invalid</c>, <c>staff.email_taken</c>, <c>invitation.exists</c>, <c>role.unknown</c>, <c>permission.above_own</c>.</exception>
    public async Task<TeamInvitation> Handle(string? email, string? role, Actor by, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var address))
            throw Refusal.Invalid("staff.email_invalid", "This does not look like an e-mail address. Write it like name@example.com.", "email");
        if (await db.Set<StaffMember>().AnyAsync(m => m.EmailKey == address.Key, ct))
            throw Refusal.Conflict("staff.email_taken", "Somebody of the staff has this e-mail address already.", "email");
        if (await db.Set<TeamInvitation>().AnyAsync(i => i.EmailKey == address.Key, ct))
            throw Refusal.Conflict("invitation.exists", "They were invited already. Send that invitation again, or withdraw it.", "email");

        var choice = RoleChoice.Parse(role);
        await roles.Give(choice, by, ct);
        var invitation = new TeamInvitation(InvitationId.New(clock), address, choice, by.Member, clock.Now);
        db.Add(invitation);
        await letters.Send(invitation, ct);
        await db.SaveChangesAsync(ct);
        return invitation;
    }

    public static async Task<IResult> Page([FromForm] string? email, [FromForm] string? role, InviteMember invite, ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            await invite.Handle(email, role, Actor.Of(user), ct);
            return SeeOther.To(TeamPage.Address);
        }
        catch (Refusal refused)
        {
            return TeamPage.With(new TeamPage.Typed(email, role), refused);
        }
    }

    public static async Task<Created<TeamList.Invited>> Endpoint(Request request, InviteMember invite, TeamList team, Idempotency idempotency, ClaimsPrincipal user, CancellationToken ct)
    {
        var invitation = await invite.Handle(request.Email, request.Role, Actor.Of(user), ct);
        idempotency.Creates(invitation.Id.ToString());
        return TypedResults.Created($"/api/v1/team/invitations/{invitation.Id}", await team.Invitation(invitation.Id, ct));
    }
}
