using Emporium.Accounts.Customers;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.Visiting;

/// <summary>Where both ways of signing in end, the letter's link and the passkey: a session in place of the one that the browser had.</summary>
internal sealed class CustomerEntrance(CustomerSessions sessions, TimeProvider clock)
{
    /// <summary>Part of the caller's transaction and its save.</summary>
    /// <returns>The session's secret, for <see cref="CustomerCookie.Hand"/>.</returns>
    public async Task<string> Admit(CustomerAccount customer, HttpContext http, CancellationToken ct)
    {
        if (await CustomerCookie.SecretIn(http) is { } replaced) await sessions.End(replaced, ct);
        customer.SignIn(clock.Now);
        return sessions.Begin(customer.Id, http.Request.Headers.UserAgent.ToString());
    }
}
