using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.SigningIn;

/// <summary>Ends the session, here and wherever its cookie was copied to.</summary>
internal static class SignOut
{
    public static async Task<IResult> Endpoint(HttpContext http)
    {
        await http.SignOutAsync(SessionCookie.Scheme);
        return TypedResults.LocalRedirect("/admin/sign-in");
    }
}
