using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.SigningIn;

/// <summary>Lets the staff in by e-mail address and password. One answer for everything that is wrong: who asks does not learn who works here.</summary>
internal sealed class SignIn(StoreDb db, Passwords passwords, Attempts attempts, KnownBrowsers browsers, Sessions sessions)
{
    public const string Home = "/admin";

    public async Task<string> Handle(string? email, string? password, HttpContext http, CancellationToken ct)
    {
        var member = await passwords.Find(email);
        var isKnown = member is not null && browsers.Knows(http.Request, member);
        var mayTry = await attempts.Count(isKnown ? "" : EmailAddress.KeyOf(email), ct) || isKnown;
        if (!await passwords.Match(member, password ?? "") || !mayTry || member is null) throw Wrong();

        var session = sessions.Begin(member, http.Request.Headers.UserAgent.ToString());
        await db.Transact(async () =>
        {
            await attempts.Forget(member, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        browsers.Remember(http.Response, member);
        return session;
    }

    public static async Task<IResult> Endpoint([FromForm] string? email, [FromForm] string? password, string? returnUrl, SignIn signIn, HttpContext http, CancellationToken ct)
    {
        try
        {
            await SessionCookie.Hand(http, await signIn.Handle(email, password, http, ct));
            return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : Home);
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<SignInPage>(new { Email = email, Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static Refusal Wrong() => Refusal.Invalid(
        "sign_in.wrong", "This e-mail address and password do not belong together, or there were too many attempts. Check both; after several attempts wait a quarter of an hour.");
}
