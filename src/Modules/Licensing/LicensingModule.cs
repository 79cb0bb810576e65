using Emporium.Accounts.Contracts;
using Emporium.Licensing.Desk;
using Emporium.Licensing.Licenses;
using Emporium.Platform;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Platform.Lists;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Licensing;

/// <summary>
/// License keys for products that issue them: one for each piece, issued when the order is paid, valid as long as the order stands.
/// Follows the facts of orders; tells when a key was issued, suspended, revoked and restored.
/// </summary>
public sealed class LicensingModule : IModule
{
    /// <summary>Permission: revoke and restore license keys.</summary>
    public const string Manage = "licensing.manage";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddPermission(Manage, "Revoke and restore license keys.", StandardRole.Manager, StandardRole.Support);

        services.AddReaction<OrderPaid, IssueLicenses>("licensing.issue-licenses");
        services.AddReaction<OrderRefunded, RevokeRefunded>("licensing.revoke-refunded");
        services.AddReaction<OrderRefundFailed, ReturnUnrefunded>("licensing.return-unrefunded");
        services.AddReaction<OrderDisputed, SuspendDisputed>("licensing.suspend-disputed");
        services.AddReaction<OrderDisputeClosed, SettleDisputed>("licensing.settle-disputed");
        services.AddScoped<FindLicenses>().AddDeskList<LicenseList>();
        services.AddMenuEntry(new MenuEntry("Sales", "Licenses", "/admin/licenses", "key", Manage, 25));
        services.AddScoped<OrderLicenses>().AddScoped<DeskLicenses>().AddScoped<KeyRing>();

        services.AddToSlot<OwnedLinePanel, OwnedKeys>(0);
        services.AddToSlot<OrderPanel, OrderLicensesPanel>(30);
        services.AddScoped<ITimelineSource, LicenseTimeline>().AddScoped<IOrderNames, OrdersOfKeys>();
        services.AddScoped<IPersonalData, PersonalTraces>();
        services.AddPrivacyNote(new(50, "When you use a license key", "A program that you bought tells us its key and what it calls the machine on which it runs.", "That counts the places a key may be used in.", LegalBasis.Contract, "As long as the key is in use there."));
        services.AddScoped<CustomerLicenses>().AddScoped<ICustomerHistory>(p => p.GetRequiredService<CustomerLicenses>());
        services.AddSingleton(new AccountEntry("Keys", "/account/keys", "key", 30));
        services.AddToSlot<CustomerPanel, CustomerLicensesPanel>(30);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/admin/licenses/{id}").RequireAuthorization(Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        desk.MapPost("/revocation", DeskLicenses.RevokeEndpoint).WithSummary("Revokes a license.");
        desk.MapPost("/restoration", DeskLicenses.RestoreEndpoint).WithSummary("Restores a license.");

        routes.MapDeskList<LicenseList>();
        routes.MapGet("/api/v1/licenses", ListLicenses.Endpoint).RequireAuthorization(Manage).RequireRateLimiting(RateLimits.Api)
            .WithTags("Licenses").WithName("ListLicenses").WithSummary("Lists license keys by their last characters, found and filtered as on the desk");
        routes.MapPost("/api/v1/licenses/validate", ValidateLicense.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.Api).WithMetadata(CreatesNothing.Instance)
            .WithTags("Licenses").WithName("ValidateLicense").WithSummary("Tells whether a license key is good, and if not, why");
    }
}
