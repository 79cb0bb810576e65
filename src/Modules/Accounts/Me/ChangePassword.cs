using Emporium.Accounts.Presence;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Me;

/// <summary>Another password, against the one of now. It ends every other session; this browser gets a new one.</summary>
internal sealed class ChangePassword(Person person, UserManager<StaffMember> staff, ProofAttempts attempts, NewPassword passwords, Sessions sessions, KnownBrowsers browsers)
{
    public async Task Handle(Form form, HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        if (!await attempts.Take(http.User.SessionId()!, ct) || !await staff.CheckPasswordAsync(member, form.Current ?? ""))
            throw Refusal.Invalid("password.wrong", $"This is not your present password. After {ProofAttempts.Most} attempts you are signed out.", "current");

        await passwords.Set(member, form.Password, form.Again);
        var secret = sessions.Begin(member, Caller.Of(http));
        await person.SaveAndTell(member, "Your password was changed", http, ct);
        browsers.Remember(http.Response, member);
        await SessionCookie.Hand(http, secret);
    }

    public static async Task<IResult> Endpoint(IFormCollection posted, ChangePassword change, HttpContext http, CancellationToken ct)
    {
        try
        {
            await change.Handle(new(posted["current"], posted["password"], posted["again"]), http, ct);
            return SeeOther.To(Person.Home).Saying("Your password is changed. All other browsers are signed out.");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<PasswordPage>(new { Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <param name="Current">The password of now.</param>
    internal sealed record Form(string? Current, string? Password, string? Again);
}
