using System.Security.Claims;
using System.Text.Encodings.Web;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emporium.Accounts.ApiKeys;

/// <summary>Lets a program in by <c>Authorization: Bearer emp_…</c>, on the API alone: a key never opens a page of the desk.</summary>
internal sealed class KeySignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    StoreDb db, RoleBook roles, StoreMode mode, ClosedDoor door, IProblemDetailsService problems, TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-key";
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);
    private KeyRefusal? refused;

    /// <summary>The scheme for a request that comes with a key; null for every other, which asks for the session.</summary>
    public static string? For(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase) && KeyIn(http.Request) is not null ? SchemeName : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyIn(Request) is not { } text) return AuthenticateResult.NoResult();
        var now = clock.Now;
        var holder = KeyText.IsWhole(text) ? await KeyQueries.ByHash.Run(db, Secret.Hash(text), Context.RequestAborted) : null;
        refused = Judge(text, holder, now);
        if (refused is not null) return AuthenticateResult.Fail(refused.Message);

        await Note(holder!, now);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Identity(holder!)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"api\", error=\"invalid_token\"";
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = Context,
            ProblemDetails = new ProblemDetails { Status = StatusCodes.Status401Unauthorized, Title = refused?.Message, Extensions = { ["code"] = refused?.Code } },
        }).AsTask();
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => door.Answer(Context);

    private KeyRefusal? Judge(string text, KeyQueries.Holder? holder, DateTimeOffset now) => holder switch
    {
        _ when !KeyText.IsWhole(text) => KeyRefusal.Malformed,
        _ when !text.StartsWith(KeyText.PrefixOf(mode), StringComparison.Ordinal) => KeyRefusal.WrongMode,
        null => KeyRefusal.Unknown,
        { RevokedAt: not null } or { Maker: null } or { MakerStatus: StaffStatus.Suspended } => KeyRefusal.Revoked,
        _ when holder.ExpiresAt <= now => KeyRefusal.Expired,
        _ => null,
    };

    private ClaimsIdentity Identity(KeyQueries.Holder holder)
    {
        var grants = roles.Read(holder.Scopes).Within(roles.Of(holder.MakerRole, holder.MakerPermissions));
        return new(
        [
            new(ClaimTypes.NameIdentifier, holder.Id.ToString()),
            new(ClaimTypes.Name, holder.Name),
            new(KeyClaims.Maker, holder.Maker.ToString()!),
            new(Permission.KeyClaimType, holder.Id.ToString()),
            .. KeyClaims.ExpiringAt(holder.ExpiresAt),
            .. grants.Names.Select(name => new Claim(Permission.ClaimType, name)),
        ], SchemeName);
    }

    // A key is not written at every call.
    private async Task Note(KeyQueries.Holder holder, DateTimeOffset now)
    {
        if (now - holder.LastUsedAt <= NotedEvery) return;
        await db.Transact(() => db.Set<ApiKey>().Where(k => k.Id == holder.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), Context.RequestAborted), Context.RequestAborted);
    }

    private static string? KeyIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer + KeyText.Brand, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
}
