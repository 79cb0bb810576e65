using Emporium.Accounts.Contracts;
using Emporium.Accounts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Desk;
using Emporium.Delivery.Downloads;
using Emporium.Delivery.Entitlements;
using Emporium.Delivery.Library;
using Emporium.Delivery.Reading;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Platform.Lists;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Delivery;

/// <summary>
/// What a buyer may have: entitlements, the library page, signed downloads. Follows the facts of orders (paid, refunded, disputed);
/// asks Sales what a line was called, Catalog which files a product has, and the file store for their bytes.
/// </summary>
public sealed class DeliveryModule : IModule
{
    /// <summary>Permission: revoke and restore access, give downloads back.</summary>
    public const string Manage = "delivery.manage";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddPermission(Manage, "Revoke and restore a buyer's access, and give them their downloads back.", StandardRole.Manager, StandardRole.Support);

        services.AddReaction<OrderPaid, GrantAccess>("delivery.grant-access");
        services.AddReaction<OrderRefunded, TakeBackRefunded>("delivery.take-back-refunded");
        services.AddReaction<OrderRefundFailed, ReturnUnrefunded>("delivery.return-unrefunded");
        services.AddReaction<OrderDisputed, SuspendDisputed>("delivery.suspend-disputed");
        services.AddReaction<OrderDisputeClosed, SettleDisputed>("delivery.settle-disputed");
        services.AddScoped<OrderAccess>().AddScoped<DeskAccess>().AddScoped<IHoldings, Holdings>();
        services.AddScoped<FindEntitlements>().AddDeskList<EntitlementList>();
        services.AddMenuEntry(new MenuEntry("Sales", "Entitlements", "/admin/entitlements", "book", Manage, 26));

        services.AddSingleton<LibraryLinks>().AddSingleton<ILibraryLinks>(p => p.GetRequiredService<LibraryLinks>());
        services.AddScoped<Owned>().AddScoped<SendLibraryLink>();
        services.AddSingleton<DownloadLinks>().AddScoped<PrepareDownload>().AddScoped<SendDownload>();

        services.AddSingleton<BookShelf>().AddSingleton<ReadingLinks>().AddScoped<Samples>();
        services.AddToSlot<ProductPanel, SampleLink>(10).AddToSlot<OwnedLinePanel, ReadHere>(10);
        services.AddToSlot<PaidOrderPanel, PaidOrderThings>(0);
        services.AddToSlot<OrderPanel, OrderAccessPanel>(20);
        services.AddScoped<ITimelineSource, AccessTimeline>();
        services.AddScoped<IPersonalData, PersonalTraces>();
        services.AddPrivacyNote(new(40, "When you download", "We keep which file of your order was asked for, and when.", "It counts the downloads that a work allows, and helps when a file does not arrive.", LegalBasis.Contract, "As long as the work is in your library."));
        AddBuyersAccount(services);
    }

    private static void AddBuyersAccount(IServiceCollection services)
    {
        services.AddScoped<AskForDownload>().AddScoped<CustomerAccess>().AddScoped<ICustomerHistory>(p => p.GetRequiredService<CustomerAccess>());
        services.AddSingleton(new AccountEntry("Library", "/account/library", "book", 20));
        services.AddToSlot<AccountPanel, LatestThings>(0);
        services.AddToSlot<CustomerPanel, CustomerAccessPanel>(20);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/library/links", SendLibraryLink.Endpoint).AllowAnonymous().RequireRateLimiting(RateLimits.Forms).ExcludeFromDescription();
        routes.MapPost("/library/{token}/downloads", AskForDownload.Endpoint).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/account/library/downloads", AskForDownload.FromAccount).RequireAuthorization(AccountsModule.SignedInCustomer).ExcludeFromDescription();
        routes.MapMethods("/downloads/{signed}", [HttpMethods.Get, HttpMethods.Head], SendDownload.Endpoint).AllowAnonymous()
            .WithTags("Library").WithName("SendDownload").WithSummary("Streams a file behind a signed link: whole or in ranges, again and again until the link expires");

        var desk = routes.MapGroup("/admin/entitlements/{id}").RequireAuthorization(Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        desk.MapPost("/revocation", DeskAccess.RevokeEndpoint).WithSummary("Revokes an entitlement.");
        desk.MapPost("/restoration", DeskAccess.RestoreEndpoint).WithSummary("Restores an entitlement.");
        desk.MapPost("/downloads/reset", DeskAccess.ResetEndpoint).WithSummary("Resets the downloads of an entitlement.");

        routes.MapDeskList<EntitlementList>();

        routes.MapGet("/api/v1/entitlements", ListEntitlements.Endpoint).RequireAuthorization(Manage).RequireRateLimiting(RateLimits.Api)
            .WithTags("Library").WithName("ListEntitlements").WithSummary("Lists who may have what, found and filtered as on the desk");

        var library = routes.MapGroup("/api/v1/library").AllowAnonymous().RequireRateLimiting(RateLimits.Api).WithTags("Library");
        library.MapGet("", LibraryApi.Read).WithName("ReadLibrary").WithSummary("What a buyer owns, with the files of each thing");
        library.MapPost("/downloads", LibraryApi.Prepare).RequireIdempotencyKey().WithName("PrepareDownload").WithSummary("Counts a download and answers its signed link");
    }
}
