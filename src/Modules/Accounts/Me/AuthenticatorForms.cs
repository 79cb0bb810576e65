using Emporium.Accounts.SecondFactors;
using Emporium.Accounts.SigningIn;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Me;

/// <summary>Sets one's authenticator app up, exchanges it, and takes it away.</summary>
internal sealed class AuthenticatorForms(Person person, Authenticators authenticators, RecoveryCodes recovery, Factors factors)
{
    /// <param name="setup">The app's new secret, sealed.</param>
    /// <returns>The recovery codes, where there were none yet.</returns>
    public async Task<IReadOnlyList<string>?> Add(string? setup, string? code, HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        var held = await factors.Of(member.Id, ct);
        await authenticators.Add(member, setup, code, ct);
        var codes = held.RecoveryCodes == 0 ? await recovery.Renew(member.Id, ct) : null;
        await person.SaveAndTell(member, "An authenticator app was added to your account", http, ct);
        return codes;
    }

    public async Task Remove(HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        await authenticators.Remove(member.Id, ct);
        if ((await factors.Of(member.Id, ct)).Passkeys == 0) await recovery.Remove(member.Id, ct);
        await person.SaveAndTell(member, "Your authenticator app was removed from your account", http, ct);
    }

    public async Task<IReadOnlyList<string>> RenewCodes(HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        var codes = await recovery.Renew(member.Id, ct);
        await person.SaveAndTell(member, "Your recovery codes were replaced", http, ct);
        return codes;
    }

    public static async Task<IResult> AddEndpoint([FromForm] string? setup, [FromForm] string? code, AuthenticatorForms forms, HttpContext http, CancellationToken ct)
    {
        try
        {
            return await forms.Add(setup, code, http, ct) is { } codes ? CodesPage.With(codes, http) : SeeOther.To(Person.Home).Saying("Your authenticator app is set up.");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<AuthenticatorPage>(new { Setup = setup, Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    public static async Task<IResult> RemoveEndpoint(AuthenticatorForms forms, HttpContext http, CancellationToken ct)
    {
        await forms.Remove(http, ct);
        return SeeOther.To(Person.Home).Saying("The authenticator app is removed.");
    }

    public static async Task<IResult> CodesEndpoint(AuthenticatorForms forms, HttpContext http, CancellationToken ct) => CodesPage.With(await forms.RenewCodes(http, ct), http);
}
