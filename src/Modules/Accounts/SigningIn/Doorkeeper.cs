using Emporium.Accounts.Staff;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.SigningIn;

/// <summary>
/// Says who may try a password now. Three counts: on the account, from the address, and by everybody unknown together. None of them holds
/// up a browser in which the account signed in before, so that no stranger can lock somebody out of their own desk.
/// </summary>
internal sealed class Doorkeeper(Attempts attempts, Crowd crowd, KnownBrowsers browsers)
{
    /// <summary>Counts the attempt before it is judged; costs the same whether or not there is an account.</summary>
    public async Task<bool> MayTry(StaffMember? member, string? email, HttpContext http, CancellationToken ct)
    {
        var isKnown = Knows(member, http);
        var isCalm = isKnown || await crowd.Count(Caller.Of(http), ct);
        return (await attempts.Count(isKnown ? "" : EmailAddress.KeyOf(email), ct) || isKnown) && isCalm;
    }

    /// <summary>The password was right: the address has not guessed.</summary>
    public Task Forgive(StaffMember member, HttpContext http, CancellationToken ct) => Knows(member, http) ? Task.CompletedTask : crowd.Forgive(Caller.Of(http), ct);

    private bool Knows(StaffMember? member, HttpContext http) => member is not null && browsers.Knows(http.Request, member);
}
