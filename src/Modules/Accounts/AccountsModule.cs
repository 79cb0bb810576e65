using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Roles;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Audit;
using Emporium.Platform.Backups;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts;

/// <summary>People: customers by their e-mail address, the owner, the staff and their roles, sign-in and sessions.</summary>
public sealed class AccountsModule : IModule
{
    // OWASP, Password Storage Cheat Sheet: PBKDF2 with HMAC-SHA512.
    private const int HashIterations = 210_000;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ICustomers, CustomerBook>();
        services.AddScoped<IOwners, Owners>().AddScoped<IActorNames, StaffNames>().AddScoped<IAfterRestore, EndOldSessions>();
        services.AddScoped<IPersonalData, AccountsPersonalRecords>();
        services.AddScoped<CreateMember>();
        services.AddScoped<AcceptInvitation>();
        services.AddRoles();
        AddIdentity(services);
        AddSigningIn(services);
        services.AddJob<ForgetSessions>("accounts.forget-sessions", TimeSpan.FromHours(6));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // In front of the pages of the same address, which would take a POST too.
        var forms = routes.MapGroup("/admin").WithOrder(-1).ExcludeFromDescription();
        forms.MapPost("/sign-in", SignIn.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/welcome/{token}", AcceptInvitation.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/sign-out", (Delegate)SignOut.Endpoint).AllowAnonymous().RequireSameOrigin();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IUserStore<StaffMember>, StaffStore>();
        services.AddScoped<ILookupNormalizer, EmailKeys>();
        services.AddScoped<IPasswordValidator<StaffMember>, PasswordRules>();
        services.AddIdentityCore<StaffMember>(options => options.User.AllowedUserNameCharacters = "");
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
    }

    private static void AddSigningIn(IServiceCollection services)
    {
        services.AddSingleton<Decoy>().AddSingleton<SessionQueries>();
        services.AddScoped<Attempts>().AddScoped<KnownBrowsers>().AddScoped<Sessions>().AddScoped<SessionCookie>().AddScoped<Passwords>().AddScoped<SignIn>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme).Configure<StoreAddress>(SessionCookie.Configure);

        // What no endpoint of ours answers (an unknown address, the framework's own 405 and 415) says so without asking who is there.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(context =>
            context.User.Identity?.IsAuthenticated is true || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)).Build());
    }
}
