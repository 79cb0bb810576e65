using Emporium.Accounts.Roles;
using Emporium.Accounts.SigningIn;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Staff;

/// <summary>Makes the first owner from the link that the store printed, and signs them in.</summary>
internal sealed class AcceptInvitation(StoreDb db, CreateMember create, Sessions sessions, TimeProvider clock)
{
    public async Task<string> Handle(string token, Form form, Caller caller, CancellationToken ct)
    {
        var invitation = await Find(token, ct);
        NewPassword.Demand(form.Password, form.Again);

        var owner = await create.Handle(form.Email, form.Name, form.Password, RoleChoice.Owner);
        invitation.Use(clock.Now);
        var session = sessions.Begin(owner, caller);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <exception cref="Refusal"><c>invitation.not_found</c>, <c>invitation.used</c>, <c>invitation.expired</c>.</exception>
    public async Task<Invitation> Find(string token, CancellationToken ct)
    {
        var hash = Secret.Hash(token);
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Name == Invitation.FirstOwner && i.TokenHash == hash, ct) ?? throw Refusal.NotFound("invitation");
        invitation.Check(clock.Now);
        if (await db.Set<StaffMember>().AnyAsync(m => m.Role == StaffRole.Owner, ct)) throw Refusal.Gone("invitation.used", "The store has an owner. Sign in with that account.");
        return invitation;
    }

    public static async Task<IResult> Endpoint(string token, [FromForm] Form form, AcceptInvitation accept, HttpContext http, CancellationToken ct)
    {
        try
        {
            await SessionCookie.Hand(http, await accept.Handle(token, form, Caller.Of(http), ct));
            return TypedResults.LocalRedirect("/admin");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<WelcomePage>(new { Token = token, form.Email, form.Name, Refused = refused })
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }
    }

    /// <param name="Again">The password once more, against a slip of the finger.</param>
    internal sealed record Form(string? Email, string? Name, string? Password, string? Again);
}
