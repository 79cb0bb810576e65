using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.SigningIn;

/// <summary>
/// Browsers in which an account signed in before, told by a signed cookie (OWASP's device cookie). Strangers who try passwords slow
/// down strangers only: the owner comes in from a browser that is known. A changed password makes all of them unknown.
/// </summary>
internal sealed class KnownBrowsers(SignedTokens tokens, StoreAddress address, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);
    private readonly string cookie = HostCookie.NameOf("emporium-known", address);

    public bool Knows(HttpRequest request, StaffMember staff)
    {
        if (request.Cookies[cookie] is not { } token) return false;
        try
        {
            return tokens.Read(PurposeOf(staff), token) == staff.Id.Value;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    public void Remember(HttpResponse response, StaffMember staff) =>
        response.Cookies.Append(cookie, tokens.Create(PurposeOf(staff), staff.Id.Value, clock.Now + Remembered), HostCookie.Small(address, Remembered));

    private static string PurposeOf(StaffMember staff) => $"known browser {staff.SecurityStamp}";
}
