using Emporium.Platform.Http;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.ApiKeys;

/// <summary>What programs sign in with.</summary>
internal static class KeySetup
{
    /// <summary>Permission to make and revoke API keys.</summary>
    public const string Manage = "api_keys.manage";

    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeySignIn>(KeySignIn.SchemeName, null);
        return services
            .AddScoped<KeyBook>().AddScoped<MakeKey>().AddScoped<RotateKey>().AddScoped<RevokeKey>()
            .AddPermission(Manage, "Make keys for programs, as far as one's own permissions go, and revoke any.", StandardRole.Developer)
            .AddSettingsEntry(new SettingsEntry("Team", "API keys", "Keys for programs: what each may do, and when it was used.", KeysPage.Address, "key", Manage, 320));
    }

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup(KeysPage.Address).RequireAuthorization(Manage).RequireStepUp().WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        KeyFile.Map(routes);
        forms.MapPost("", MakeKey.Page).WithSummary("Makes an API key.");
        forms.MapPost("/{id}/rotate", RotateKey.Page).WithSummary("Rotates an API key.");
        forms.MapPost("/{id}/revoke", RevokeKey.Page).WithSummary("Revokes an API key.");

        var api = routes.MapGroup("/api/v1/api-keys").WithTags("API keys").RequireAuthorization(Manage).RequireRateLimiting(RateLimits.Api);
        api.MapGet("", KeyBook.Endpoint).WithName("ListApiKeys").WithSummary("Lists the keys of the store, those that ended within ninety days included.");
        api.MapPost("", MakeKey.Endpoint).RequireStepUp().RequireIdempotencyKey().WithName("MakeApiKey").WithSummary("Makes a key. The answer shows it once.");
        api.MapPost("/{id}/rotate", RotateKey.Endpoint).RequireStepUp().RequireIdempotencyKey().WithName("RotateApiKey").WithSummary("Makes a new key in place of one, which stays valid for a while.");
        api.MapDelete("/{id}", RevokeKey.Endpoint).RequireStepUp().WithName("RevokeApiKey").WithSummary("Ends a key at once.");
    }
}
