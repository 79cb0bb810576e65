using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Resetting;

/// <summary>Takes the address of somebody who forgot their password. The answer is the same for everybody.</summary>
internal static class ForgotPassword
{
    public const string Page = "/admin/sign-in/forgot";

    public static IResult Endpoint([FromForm] string? email, ResetDesk desk)
    {
        if (EmailAddress.KeyOf(email) is { Length: > 0 } key) desk.Ask(key);
        return SeeOther.To($"{Page}?sent=true");
    }
}
