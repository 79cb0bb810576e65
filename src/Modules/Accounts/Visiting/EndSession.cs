using Emporium.Accounts.Contracts;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Visiting;

/// <summary>Ends the session of this browser, another one, or all but this: there and wherever its cookie was copied to.</summary>
internal static class EndSession
{
    public static async Task<SeeOther> Here(HttpContext http)
    {
        await http.SignOutAsync(CustomerCookie.Scheme);
        return SeeOther.To("/account/sign-in?out=true");
    }

    public static async Task<SeeOther> One([FromForm] string? id, HttpContext http, SignedInCustomer signedIn, CustomerSessions sessions, CancellationToken ct)
    {
        var customer = await signedIn.Demand(http);
        await sessions.EndById(id ?? "", customer.Id, ct);
        return SeeOther.To("/account/sessions");
    }

    // Asking for the form is what demands its token.
    public static async Task<SeeOther> Others(IFormCollection _, HttpContext http, SignedInCustomer signedIn, CustomerSessions sessions, CancellationToken ct)
    {
        var customer = await signedIn.Demand(http);
        await sessions.EndOthers(customer.Id, SignedInCustomer.SecretOf(http), ct);
        return SeeOther.To("/account/sessions");
    }
}
