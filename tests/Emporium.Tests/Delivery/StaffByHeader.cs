using System.Security.Claims;
using System.Text.Encodings.Web;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emporium.Tests.Delivery;

/// <summary>Whoever sends <c>X-Permission</c> is staff with that permission.</summary>
internal sealed class StaffByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "staff";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers.TryGetValue("X-Permission", out var permission)
        ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(Permission.ClaimType, permission.ToString())], Scheme)), Scheme))
        : AuthenticateResult.NoResult());
}
