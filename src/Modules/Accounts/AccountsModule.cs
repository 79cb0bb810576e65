using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Letters;
using Emporium.Accounts.Me;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.Presence;
using Emporium.Accounts.Resetting;
using Emporium.Accounts.Roles;
using Emporium.Accounts.SecondFactors;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Accounts.Team;
using Emporium.Platform;
using Emporium.Platform.Audit;
using Emporium.Platform.Backups;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Mail;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts;

/// <summary>People: customers by their e-mail address, the owner, the staff and their roles, sign-in and sessions.</summary>
public sealed class AccountsModule : IModule
{
    /// <summary>The policy of pages and forms that belong to a customer: whoever is signed in as one, and nobody of the staff.</summary>
    public const string SignedInCustomer = "customer";

    public const string ReadCustomers = "customers.read";

    public const string EditCustomers = "customers.edit";

    public const string EraseCustomers = "customers.erase";

    public const string ExportCustomers = "customers.export";

    public const string ExportSubscribers = "subscribers.export";

    // OWASP, Password Storage Cheat Sheet: PBKDF2 with HMAC-SHA512.
    private const int HashIterations = 210_000;

    /// <summary>Permission to say how the team signs in.</summary>
    public const string DecideSignIn = "accounts.decide_sign_in";

    private static readonly RequireAntiforgeryTokenAttribute Token = new();

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddBuyers();
        services.AddScoped<IOwners, Owners>().AddScoped<IOwnerAddresses, OwnerAddresses>().AddScoped<IActorNames, StaffNames>().AddScoped<IAfterRestore, EndOldSessions>();
        services.AddScoped<IPersonalData, AccountsPersonalRecords>();
        services.AddScoped<CreateMember>();
        services.AddScoped<AcceptInvitation>();
        services.AddRoles().AddTeam().AddApiKeys();
        AddIdentity(services);
        AddSigningIn(services);
        AddAccountsOfTheirOwn(services);
        services.AddJob<ForgetSessions>("accounts.forget-sessions", TimeSpan.FromHours(6));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/admin").ExcludeFromDescription();
        MapSigningIn(forms.MapGroup("/sign-in").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).WithMetadata(Token));
        MyRoutes.Map(forms);
        forms.MapPost("/confirm", Confirm.Endpoint).WithSummary("Proves one’s presence.").RequireAuthorization(DeskSession.Required).RequireRateLimiting(RateLimits.SignIn).WithMetadata(Token);
        forms.MapPost("/welcome/{token}", AcceptInvitation.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/sign-out", (Delegate)SignOut.Endpoint).AllowAnonymous().RequireSameOrigin();
        routes.MapRoles();
        routes.MapTeam();
        routes.MapApiKeys();
        routes.MapBuyers();
    }

    private static void MapSigningIn(RouteGroupBuilder door)
    {
        door.MapPost("", SignIn.Endpoint);
        door.MapPost("/second", SecondStep.Endpoint);
        door.MapPost("/passkey", PasskeySignIn.Endpoint);
        door.MapPost("/passkey/options", PasskeyQuestion.Who<StaffMember>).RequireRateLimiting(RateLimits.Forms);
        door.MapPost("/forgot", ForgotPassword.Endpoint);
        door.MapPost("/reset/{token}", ResetPassword.Endpoint);
        door.MapPost("/not-me/{token}", RingAlarm.Endpoint);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IUserStore<StaffMember>, StaffStore>();
        services.AddScoped<ILookupNormalizer, EmailKeys>();
        services.AddScoped<IPasswordValidator<StaffMember>, PasswordRules>();
        services.AddIdentityCore<StaffMember>(options => options.User.AllowedUserNameCharacters = "");
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddScoped<IUserStore<CustomerAccount>, CustomerStore>().AddIdentityCore<CustomerAccount>();
        services.AddPasskeys().AddPasskeysFor<StaffMember>().AddPasskeysFor<CustomerAccount>();
    }

    private static void AddSigningIn(IServiceCollection services)
    {
        services.AddSingleton<Decoy>().AddSingleton<SessionQueries>().AddSingleton<Envelope>();
        services.AddScoped<Attempts>().AddScoped<Throttle>().AddScoped<Crowd>().AddScoped<KnownBrowsers>().AddScoped<Doorkeeper>();
        services.AddScoped<Sessions>().AddScoped<SessionCookie>().AddScoped<Passwords>().AddScoped<Halfway>().AddScoped<Entrance>();
        services.AddScoped<SignIn>().AddScoped<SecondStep>().AddScoped<PasskeySignIn>();
        services.AddScoped<ISignedIn, SignedIn>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme).Configure<StoreAddress>(SessionCookie.Configure);

        services.AddScoped<Authenticators>().AddScoped<RecoveryCodes>().AddScoped<Factors>().AddScoped<ISetupStep, TakeSecondStep>();
        services.AddScoped<Proofs>().AddScoped<ProofAttempts>().AddScoped<Confirm>().AddScoped<Enrolment>().AddSingleton<IStartupFilter, HandOver>();
        services.AddScoped<IAuthorizationMiddlewareResultHandler, PresenceGuard>();
        services.AddAuthorizationBuilder().AddPolicy(DeskSession.Required, policy => policy.AddAuthenticationSchemes(SessionCookie.Scheme).RequireAssertion(context => context.User.SessionId() is not null));

        // What no endpoint of ours answers (an unknown address, the framework's own 405 and 415) says so without asking who is there.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(context =>
            context.User.Identity?.IsAuthenticated is true || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)).Build());
    }

    private static void AddAccountsOfTheirOwn(IServiceCollection services)
    {
        services.AddScoped<Person>().AddScoped<ChangeName>().AddScoped<ChangePassword>().AddScoped<NewPassword>();
        services.AddScoped<AuthenticatorForms>().AddScoped<PasskeyForms>().AddScoped<SessionForms>().AddScoped<DecidePolicy>();
        services.AddScoped<StaffLetters>().AddScoped<Alarm>().AddScoped<Resets>().AddScoped<ResetPassword>().AddScoped<RingAlarm>();
        services.AddSingleton<ResetDesk>().AddHostedService(p => p.GetRequiredService<ResetDesk>());
        services.AddPermission(DecideSignIn, "Decide how the team signs in.");
        services.AddSettingsEntry(new SettingsEntry("Team", "Signing in", "Whether everybody needs a second factor.", "/admin/settings/sign-in", "shield", DecideSignIn, 320));
    }
}
