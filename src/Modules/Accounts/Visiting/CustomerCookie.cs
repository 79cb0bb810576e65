using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.SigningIn;
using Emporium.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.Visiting;

/// <summary>The cookie that refers to a customer's session. It has a scheme of its own: a customer is never taken for one of the staff, in the same browser too.</summary>
internal sealed class CustomerCookie(CustomerSessions sessions) : CookieAuthenticationEvents
{
    public const string Scheme = "customer";
    public const string SecretClaim = "customer-session";

    public static void Configure(CookieAuthenticationOptions options, StoreAddress address)
    {
        HostCookie.Session(options, "emporium-customer", CustomerSession.Longest, address);
        options.LoginPath = "/account/sign-in";
        options.EventsType = typeof(CustomerCookie);
    }

    /// <summary>Gives the browser the secret of a session that has just been saved.</summary>
    public static Task Hand(HttpContext http, string secret) => http.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SecretClaim, secret)], Scheme)), new AuthenticationProperties { IsPersistent = true });

    /// <summary>The secret of the session that the browser has; null where it has none that runs.</summary>
    public static async Task<string?> SecretIn(HttpContext http) => (await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(SecretClaim);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var secret = context.Principal?.FindFirstValue(SecretClaim);
        if (secret is not null && await sessions.Find(secret, context.HttpContext.RequestAborted) is { } customer)
            context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, customer.ToString()), new(SecretClaim, secret)], Scheme)));
        else
            context.RejectPrincipal();
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (await SecretIn(context.HttpContext) is { } secret) await sessions.End(secret, context.HttpContext.RequestAborted);
    }
}

/// <summary>Answers who is signed in, whatever scheme the endpoint itself asks for.</summary>
internal sealed class SignedInCustomer(ICustomers customers, CustomerSessions sessions) : ICustomerSession
{
    public async Task<Customer?> Current(HttpContext http)
    {
        var known = await http.AuthenticateAsync(CustomerCookie.Scheme);
        return CustomerId.TryParse(known.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), null, out var id) ? await customers.Find(id, http.RequestAborted) : null;
    }

    /// <summary>For pages and forms that only customers reach.</summary>
    public async Task<Customer> Demand(HttpContext http) => await Current(http) ?? throw Refusal.NotFound("customer");

    /// <summary>For what outlives a session: whoever signed in long ago, or found an open browser, signs in again first.</summary>
    /// <exception cref="Refusal"><c>customer.proof_required</c>.</exception>
    public async Task<Customer> DemandLately(HttpContext http, CancellationToken ct) => await IsFresh(http, ct) ? await Demand(http)
        : throw Refusal.Forbidden("customer.proof_required", "Your last sign-in was more than a quarter of an hour ago. Sign in again, then do this once more.");

    public async Task<bool> IsFresh(HttpContext http, CancellationToken ct) => SecretOf(http) is { } secret && await sessions.IsFresh(secret, ct);

    /// <summary>The secret of the session that the request came with.</summary>
    public static string? SecretOf(HttpContext http) => http.User.FindFirstValue(CustomerCookie.SecretClaim);
}
