using Emporium.Accounts.Presence;
using Emporium.Accounts.SigningIn;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Accounts.SecondFactors;

/// <summary>The second step: a code of the app, a recovery code, or a passkey, after the password was right.</summary>
internal sealed class SecondStep(Halfway halfway, Proofs proofs, Throttle throttle, KnownBrowsers browsers, Entrance entrance)
{
    private const int Attempts = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <returns>False where the browser has not given its password, or too long ago.</returns>
    /// <exception cref="Refusal"><c>second_step.wrong</c>.</exception>
    public async Task<bool> Handle(Form form, HttpContext http, CancellationToken ct)
    {
        if (await halfway.Find(http.Request, ct) is not { } member) return false;

        // Somebody who knows the password and guesses codes does not use up the attempts of a browser that was in before.
        var mayTry = await throttle.Take($"second step {member.Id} {browsers.Knows(http.Request, member)}", Attempts, Window, ct);
        if (!mayTry || !await proofs.SecondFactor(member, form.Code, form.Credential, http, ct)) throw Wrong();

        halfway.Forget(http.Response);
        await entrance.Admit(member, http, ct);
        return true;
    }

    public static async Task<IResult> Endpoint(IFormCollection posted, string? returnUrl, SecondStep step, HttpContext http, CancellationToken ct)
    {
        try
        {
            return SeeOther.To(await step.Handle(new(posted["code"], posted["credential"]), http, ct) ? WayBack.Of(returnUrl) : $"/admin/sign-in{WayBack.Query(returnUrl)}");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<SecondStepPage>(new { Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static Refusal Wrong() => Refusal.Invalid(
        "second_step.wrong", "This code is not right, was used already, or there were too many attempts. Wait for the next code of your app; after several attempts wait a quarter of an hour.", "code");

    /// <param name="Code">Of the app, or a recovery code.</param>
    /// <param name="Credential">What a passkey answered, as JSON.</param>
    internal sealed record Form(string? Code, string? Credential);
}
