using Emporium.Accounts.SecondFactors;
using Emporium.Accounts.SigningIn;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.Presence;

/// <summary>Whether somebody has to set up a second factor before anything else opens to them.</summary>
internal sealed class Enrolment(ISettings settings, Factors factors)
{
    public const string Page = "/admin/settings/me";

    // What they need for it, and the way out.
    private static readonly PathString[] Open = [Page, PresenceGuard.Page, "/admin/sign-out"];

    public async Task<bool> IsOwed(HttpContext http)
    {
        var request = http.Request;
        var isDesk = request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return isDesk && !Array.Exists(Open, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            && (await settings.Get<SignInPolicy>(http.RequestAborted)).TeamNeedsSecondFactor
            && !(await factors.Of(http.User.StaffId(), http.RequestAborted)).Any;
    }
}
