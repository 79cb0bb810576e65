using Emporium.Accounts.AccountArea;
using Emporium.Accounts.Consents;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.CustomerDesk;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Accounts.Letters;
using Emporium.Accounts.Links;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.Visiting;
using Emporium.Platform;
using Emporium.Platform.Audit;
using Emporium.Platform.Backups;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Lists;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Emporium.Ui.Frames;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts;

/// <summary>The half of Accounts that is about buyers: sign-in by letter, the account, consents, the right to see and to be forgotten, and the desk's view of it all.</summary>
internal static class BuyersSetup
{
    private static readonly RequireAntiforgeryTokenAttribute Token = new();

    public static void AddBuyers(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICustomers, CustomerBook>().AddScoped<ICustomerNames, CustomerNames>().AddScoped<LetterDesk>();
        services.AddScoped<CustomerSessions>().AddScoped<CustomerCookie>().AddScoped<SignedInCustomer>().AddScoped<ICustomerSession>(p => p.GetRequiredService<SignedInCustomer>());
        services.AddScoped<IAfterRestore, EndOldVisits>();
        services.AddScoped<LinkDesk>().AddSingleton<AskingBrowser>().AddScoped<SendSignInLink>().AddScoped<UseLink>();
        services.AddScoped<CustomerEntrance>().AddScoped<CustomerPasskeySignIn>().AddScoped<ChangePasskeys>().AddScoped<PasskeyLetters>();
        services.AddScoped<ChangeDetails>().AddScoped<ChangeEmail>();
        services.AddScoped<Newsletter>().AddScoped<INewsletter>(p => p.GetRequiredService<Newsletter>()).AddScoped<IFollowAddress, ConsentsFollow>().AddDeskList<SubscriberList>().AddScoped<ChangeNewsletter>();
        services.AddScoped<ScheduleErasure>().AddScoped<ErasePerson>().AddScoped<RequestExport>().AddReaction<CustomerExportRequested, MakeExport>("accounts.make-export");
        services.AddScoped<FindCustomers>().AddScoped<IPaletteSource, CustomerPalette>().AddDeskList<CustomerList>().AddScoped<CustomerFile>().AddScoped<ICustomerHistory, OwnHistory>();
        AddScheme(services);
        AddClock(services);
        AddDesk(services);
        AddAccount(services);
    }

    public static void MapBuyers(this IEndpointRouteBuilder routes)
    {
        MapSignIn(routes.MapGroup("").WithOrder(-1).AllowAnonymous().ExcludeFromDescription());
        MapAccount(routes.MapGroup("/account").WithOrder(-1).RequireAuthorization(AccountsModule.SignedInCustomer).ExcludeFromDescription());
        MapDesk(routes.MapGroup("/admin/customers/{id}").WithOrder(-1).WithMetadata(Token).ExcludeFromDescription());
        routes.MapPost("/admin/settings/newsletter", ChangeNewsletter.Endpoint).WithSummary("Changes the newsletter’s wording.").WithOrder(-1).RequireAuthorization(SettingsPermission.Manage).ExcludeFromDescription();
        routes.MapDeskList<CustomerList>();
        routes.MapDeskList<SubscriberList>();
        MapApi(routes.MapGroup("/api/v1").WithTags("Customers").RequireRateLimiting(RateLimits.Api));
    }

    private static void AddScheme(IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(CustomerCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(CustomerCookie.Scheme).Configure<StoreAddress>(CustomerCookie.Configure);
        services.AddAuthorizationBuilder().AddPolicy(AccountsModule.SignedInCustomer, policy => policy.AddAuthenticationSchemes(CustomerCookie.Scheme).RequireAuthenticatedUser());
    }

    private static void AddClock(IServiceCollection services) => services
        .AddJob<ForgetLinks>("accounts.forget-links", TimeSpan.FromHours(6))
        .AddJob<ForgetUnanswered>("accounts.forget-unanswered", TimeSpan.FromHours(24))
        .AddJob<EraseDue>("accounts.erase-due", TimeSpan.FromHours(1))
        .AddJob<ForgetExports>("accounts.forget-exports", TimeSpan.FromHours(6));

    private static void AddDesk(IServiceCollection services) => services
        .AddPermission(AccountsModule.ReadCustomers, "See customers, what they agreed to, and what was written to them.", StandardRole.Manager, StandardRole.Support, StandardRole.Finance)
        .AddPermission(AccountsModule.EditCustomers, "Write notes about customers, send them sign-in links, change their e-mail address.", StandardRole.Manager, StandardRole.Support)
        .AddPermission(AccountsModule.EraseCustomers, "Make a copy of a customer's data, and erase them.", StandardRole.Manager)
        .AddPermission(AccountsModule.ExportCustomers, "Take customers, and who holds what, away as a file.", StandardRole.Manager)
        .AddPermission(AccountsModule.ExportSubscribers, "Export the addresses of those who want the newsletter.", StandardRole.Manager)
        .AddMenuEntry(new MenuEntry("Sales", "Customers", "/admin/customers", "users", AccountsModule.ReadCustomers, 20))
        .AddMenuEntry(new MenuEntry("Sales", "Newsletter", "/admin/subscribers", "send", AccountsModule.ReadCustomers, 21))
        .AddSettingsEntry(new SettingsEntry("Store", "Newsletter", "Whether you offer letters, and what you promise.", "/admin/settings/newsletter", "send", SettingsPermission.Manage, 60));

    private static void AddAccount(IServiceCollection services)
    {
        services.AddPrivacyNote(new(70, "When you open your account", "We keep when and with which browser you signed in, what you write about yourself there: name, postal address, how you read dates; and of each passkey that you add its name, its public key, and when you made and last used it.", "It lets you in, and shows you where else you are signed in.", LegalBasis.Contract, "Until you sign out, at most 90 days; what you write and add until you change it, remove it or delete your account."));
        services.AddPrivacyNote(new(80, "When you ask for our letters", "We keep your address, the words you agreed to, the page they stood on, and when you asked and confirmed.", "It lets us write to you and prove that you wanted it.", LegalBasis.Consent, "Until you end the letters; then only that and when you did. An address that nobody confirmed is forgotten after 30 days."));
        services.AddCookieNote(new("emporium-customer", "Keeps you signed in to your account.", "90 days"));
        services.AddCookieNote(new("emporium-asked", "Remembers that this browser asked for a link, so that it opens here without a question.", "a day"));
        services.AddCookieNote(new("emporium-passkey", "Holds the question that your passkey answers.", "five minutes"));
        services.AddToSlot<StoreFoot, NewsletterForm>(10);
        services.AddSingleton(new AccountEntry("Overview", "/account", "home", 0));
        services.AddSingleton(new AccountEntry("Details", "/account/details", "user", 50));
        services.AddSingleton(new AccountEntry("Consents", "/account/consents", "check-circle", 60));
        services.AddSingleton(new AccountEntry("Signing in", "/account/sessions", "lock", 70));
        services.AddSingleton(new AccountEntry("Your data", "/account/data", "shield", 80));
    }

    private static void MapSignIn(RouteGroupBuilder forms)
    {
        forms.MapPost("/account/sign-in", SendSignInLink.Endpoint).RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/account/sign-in/passkey", CustomerPasskeySignIn.Endpoint).RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/account/sign-in/passkey/options", PasskeyQuestion.Who<CustomerAccount>).RequireRateLimiting(RateLimits.Forms).WithMetadata(Token);
        forms.MapPost("/account/links/{secret}", UseLink.Endpoint).RequireRateLimiting(RateLimits.Forms);
        forms.MapPost("/account/sign-out", (Delegate)EndSession.Here).DisableAntiforgery().RequireSameOrigin();
        forms.MapPost("/newsletter", NewsletterForms.AskEndpoint).DisableAntiforgery().RequireSameOrigin().RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/newsletter/confirm/{token}", NewsletterForms.ConfirmEndpoint).RequireRateLimiting(RateLimits.Forms);
        forms.MapPost("/newsletter/end/{token}", NewsletterForms.EndEndpoint).RequireRateLimiting(RateLimits.Forms);
        forms.MapPost("/newsletter/one-click/{token}", NewsletterForms.OneClick).DisableAntiforgery();
        forms.MapGet("/newsletter/one-click/{token}", (string token) => SeeOther.To($"/newsletter/end/{token}"));
    }

    private static void MapAccount(RouteGroupBuilder account)
    {
        account.MapPost("/details", ChangeDetails.Endpoint);
        account.MapPost("/email", ChangeEmail.Endpoint).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/sessions/end", EndSession.One);
        account.MapPost("/sessions/end-others", EndSession.Others);
        account.MapPost("/passkeys/options", ChangePasskeys.Options).RequireRateLimiting(RateLimits.Forms).WithMetadata(Token);
        account.MapPost("/passkeys", ChangePasskeys.AddEndpoint).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/passkeys/{id}/name", ChangePasskeys.RenameEndpoint).RequireRateLimiting(RateLimits.Forms);
        account.MapPost("/passkeys/{id}/remove", ChangePasskeys.RemoveEndpoint).RequireRateLimiting(RateLimits.Forms);
        account.MapPost("/consents/ask", NewsletterForms.AskFromAccount).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/consents/end", NewsletterForms.EndFromAccount);
        account.MapPost("/exports", RequestExport.Endpoint).RequireRateLimiting(RateLimits.Forms);
        account.MapGet("/exports/{id}", RequestExport.Download);
        account.MapPost("/erasure", ScheduleErasure.AskEndpoint).RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/erasure/undo", ScheduleErasure.CancelEndpoint);
    }

    private static void MapDesk(RouteGroupBuilder customer)
    {
        customer.MapPost("/sign-in-link", DeskForms.SendLink).WithSummary("Sends a customer a sign-in link.").RequireAuthorization(AccountsModule.EditCustomers);
        customer.MapPost("/email", DeskForms.Move).WithSummary("Moves a customer to another address.").RequireAuthorization(AccountsModule.EditCustomers).RequireStepUp();
        customer.MapPost("/notes", DeskForms.Note).WithSummary("Writes a note about a customer.").RequireAuthorization(AccountsModule.EditCustomers);
        customer.MapPost("/notes/{note}/removal", DeskForms.RemoveNote).WithSummary("Removes a note about a customer.").RequireAuthorization(AccountsModule.EditCustomers);
        customer.MapPost("/exports", DeskForms.MakeExport).WithSummary("Makes a copy of a customer’s data.").RequireAuthorization(AccountsModule.EraseCustomers).RequireStepUp();
        customer.MapGet("/exports/{export}", DeskForms.FetchExport).WithSummary("Fetches a copy of a customer’s data.").RequireAuthorization(AccountsModule.EraseCustomers).RequireStepUp().Audited();
        customer.MapPost("/erasure", DeskForms.Erase).WithSummary("Plans to erase a customer.").RequireAuthorization(AccountsModule.EraseCustomers).RequireStepUp();
        customer.MapPost("/erasure/undo", DeskForms.UndoErasure).WithSummary("Undoes a planned erasure.").RequireAuthorization(AccountsModule.EraseCustomers);
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        api.MapGet("/customers", CustomersApi.List).RequireAuthorization(AccountsModule.ReadCustomers).WithName("ListCustomers").WithSummary("Lists customers, the newest first, or finds them by address, name or id");
        api.MapGet("/customers/{id}", CustomersApi.Get).RequireAuthorization(AccountsModule.ReadCustomers).WithName("GetCustomer").WithSummary("Shows a customer and what they agreed to");
        api.MapPost("/customers/{id}/erasure", CustomersApi.Erase).RequireAuthorization(AccountsModule.EraseCustomers).RequireStepUp().RequireIdempotencyKey().WithName("EraseCustomer").WithSummary("Plans to forget a customer");
        api.MapDelete("/customers/{id}/erasure", CustomersApi.Keep).RequireAuthorization(AccountsModule.EraseCustomers).WithName("KeepCustomer").WithSummary("Undoes a planned erasure");
        api.MapGet("/consents", CustomersApi.Consents).RequireAuthorization(AccountsModule.ReadCustomers).WithName("ListConsents").WithSummary("Lists who was asked for their consent, with the proof of each");
    }
}
