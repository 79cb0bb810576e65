using Emporium.Accounts.SecondFactors;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.SigningIn;

/// <summary>Lets the staff in by e-mail address and password, or on to the second step. One answer for everything that is wrong: who asks does not learn who works here.</summary>
internal sealed class SignIn(Passwords passwords, Doorkeeper doorkeeper, Factors factors, Halfway halfway, Entrance entrance)
{
    public const string Home = "/admin";

    /// <returns>True where the person is in, false where the second step follows.</returns>
    public async Task<bool> Handle(string? email, string? password, HttpContext http, CancellationToken ct)
    {
        var member = await passwords.Find(email);
        var mayTry = await doorkeeper.MayTry(member, email, http, ct);
        if (!await passwords.Match(member, password ?? "") || !mayTry || member is null) throw Wrong();

        await doorkeeper.Forgive(member, http, ct);
        if ((await factors.Of(member.Id, ct)).Any)
        {
            halfway.Remember(http.Response, member);
            return false;
        }
        await entrance.Admit(member, http, ct);
        return true;
    }

    public static async Task<IResult> Endpoint([FromForm] string? email, [FromForm] string? password, string? returnUrl, SignIn signIn, HttpContext http, CancellationToken ct)
    {
        try
        {
            return await signIn.Handle(email, password, http, ct)
                ? TypedResults.LocalRedirect(WayBack.Of(returnUrl))
                : SeeOther.To($"/admin/sign-in/second{WayBack.Query(returnUrl)}");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<SignInPage>(new { Email = email, Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    public static Refusal Wrong() => Refusal.Invalid(
        "sign_in.wrong", "This e-mail address and password do not belong together, or there were too many attempts. Check both; after several attempts wait a quarter of an hour.");
}
