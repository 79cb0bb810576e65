using Emporium.Accounts.Letters;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.SigningIn;

/// <summary>Where every way of signing in ends: a session, a browser that is known from now on, and a letter if it was not known before.</summary>
internal sealed class Entrance(StoreDb db, Sessions sessions, KnownBrowsers browsers, Attempts attempts, StaffLetters letters)
{
    /// <summary>Saves; the caller has seen everything that there is to show.</summary>
    /// <exception cref="Refusal"><c>sign_in.wrong</c>: the member was suspended.</exception>
    public async Task Admit(StaffMember member, HttpContext http, CancellationToken ct)
    {
        if (member.Status is not StaffStatus.Active) throw SignIn.Wrong();
        var caller = Caller.Of(http);
        var secret = sessions.Begin(member, caller);
        if (member.LastSignInAt is not null && !browsers.Knows(http.Request, member)) await letters.NewBrowser(member, caller, ct);
        await db.Transact(async () =>
        {
            await attempts.Forget(member, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        browsers.Remember(http.Response, member);
        await SessionCookie.Hand(http, secret);
    }
}
