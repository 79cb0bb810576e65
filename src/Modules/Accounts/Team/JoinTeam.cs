using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Makes a member from an invitation, under the address that it went to, and signs them in.</summary>
internal sealed class JoinTeam(StoreDb db, CreateMember create, Sessions sessions, TimeProvider clock)
{
    public async Task<string> Handle(string token, Form form, Caller caller, CancellationToken ct)
    {
        var invitation = await Find(token, ct);
        NewPassword.Demand(form.Password, form.Again);

        var member = await create.Handle(invitation.Email, form.Name, form.Password, invitation.Holds);
        db.Remove(invitation);
        var session = sessions.Begin(member, caller);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <exception cref="Refusal"><c>invitation.not_found</c>, <c>invitation.expired</c>.</exception>
    public async Task<TeamInvitation> Find(string token, CancellationToken ct)
    {
        var hash = Secret.Hash(token);
        var invitation = await db.Set<TeamInvitation>().SingleOrDefaultAsync(i => i.TokenHash == hash, ct)
            ?? throw new Refusal(RefusalKind.NotFound, "invitation.not_found", "This link was used, replaced by a later letter, or withdrawn. If you made your account with it, sign in.");
        invitation.Check(clock.Now);
        return invitation;
    }

    public static async Task<IResult> Endpoint(string token, [FromForm] Form form, JoinTeam join, HttpContext http, CancellationToken ct)
    {
        try
        {
            await SessionCookie.Hand(http, await join.Handle(token, form, Caller.Of(http), ct));
            return TypedResults.LocalRedirect(SignIn.Home);
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<JoinPage>(new { Token = token, form.Name, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    /// <param name="Again">The password once more, against a slip of the finger.</param>
    internal sealed record Form(string? Name, string? Password, string? Again);
}
