using System.Security.Claims;
using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Roles;
using Emporium.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.SigningIn;

/// <summary>The cookie that refers to a session. What its holder may do is read from the session at each request, never from the cookie.</summary>
internal sealed class SessionCookie(Sessions sessions, ClosedDoor door, IProblemDetailsService problems) : CookieAuthenticationEvents
{
    public const string Scheme = "staff";
    internal const string SecretClaim = "session";

    public static void Configure(CookieAuthenticationOptions options, StoreAddress address)
    {
        HostCookie.Session(options, "emporium-desk", Session.Longest, address);
        options.LoginPath = "/admin/sign-in";
        options.EventsType = typeof(SessionCookie);
        options.ForwardDefaultSelector = KeySignIn.For;
    }

    /// <summary>Gives the browser the secret of a session that has just been saved.</summary>
    public static Task Hand(HttpContext http, string secret) => http.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SecretClaim, secret)], Scheme)), new AuthenticationProperties { IsPersistent = true });

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var secret = context.Principal?.FindFirstValue(SecretClaim);
        if (secret is not null && await sessions.Find(secret, Caller.AddressOf(context.HttpContext), context.HttpContext.RequestAborted) is { } holder)
        {
            holder.AddClaim(new Claim(SecretClaim, secret));
            context.ReplacePrincipal(new ClaimsPrincipal(holder));
        }
        else
        {
            context.RejectPrincipal();
        }
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (context.HttpContext.User.FindFirstValue(SecretClaim) is { } secret) await sessions.End(secret, context.HttpContext.RequestAborted);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsApi(context.Request)) return Refuse(context.HttpContext, StatusCodes.Status401Unauthorized, "session.required", "Sign in first, or send an API key: Authorization: Bearer emp_…");
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => door.Answer(context.HttpContext);

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private async Task Refuse(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails { Title = message, Status = status, Extensions = { ["code"] = code } },
        });
    }
}
