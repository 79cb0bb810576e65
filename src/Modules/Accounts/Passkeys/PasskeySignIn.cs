using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Passkeys;

/// <summary>Signs in by a passkey alone: it is something the person has, and the device made sure that it is them. Strangers cannot guess one, so that nothing is counted.</summary>
internal sealed class PasskeySignIn(PasskeyCeremony<StaffMember> passkeys, Entrance entrance)
{
    public async Task Handle(string? credential, HttpContext http, CancellationToken ct) =>
        await entrance.Admit(await passkeys.Check(credential, http, ct), http, ct);

    public static async Task<IResult> Endpoint([FromForm] string? credential, string? returnUrl, PasskeySignIn signIn, HttpContext http, CancellationToken ct)
    {
        try
        {
            await signIn.Handle(credential, http, ct);
            return SeeOther.To(WayBack.Of(returnUrl));
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<SignInPage>(new { Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
