using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Desk;
using Emporium.Payments.Disputes;
using Emporium.Payments.Gateways;
using Emporium.Payments.Gateways.Stripe;
using Emporium.Payments.Inbox;
using Emporium.Payments.Refunds;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Lists;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Payments;

/// <summary>
/// Money in and out: the gateway contract with a folder per gateway, the webhook inbox, payments, refunds, disputes. Knows an order
/// only as an opaque reference. Tells <see cref="PaymentCaptured"/>, <see cref="PaymentFailed"/> and what becomes of refunds and disputes.
/// </summary>
public sealed class PaymentsModule : IModule
{
    /// <summary>Permission to see payments and the webhook inbox.</summary>
    public const string Read = "payments.read";

    /// <summary>Permission to have a webhook worked on again.</summary>
    public const string Replay = "payments.replay";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        AddStripe(services);
        services.AddScoped<GatewayList>().AddScoped<IDoctorCheck, GatewayCheck>();
        services.AddScoped<IPayments, AllPayments>().AddScoped<IPaymentSearch, PaymentSearch>().AddScoped<IPersonalData, OpenAttempts>();
        services.AddScoped<StartPayment>().AddScoped<SettlePayment>().AddScoped<RequestRefund>().AddScoped<SettleRefund>().AddScoped<SettleDispute>();
        services.AddSingleton<CheckPayment>().AddSingleton<CheckOpenPayments>();
        services.AddScoped<ReceiveWebhook>().AddScoped<ReadArrivals>().AddScoped<SettleReadings>().AddScoped<ReplayMessage>().AddScoped<ReadInbox>().AddDeskList<InboxList>();
        services.AddSingleton<Arrivals>().AddHostedService<InboxDesk>();
        services.AddSingleton<FreshRows<RefundId>>().AddSingleton<SendRefund>().AddHostedService<RefundDesk>();
        services.AddScoped<IDeskConcern, GivenUpWebhooks>();
        services.AddJob<ReconcilePayments>("payments.reconcile", TimeSpan.FromMinutes(1));
        services.AddJob<ExpirePayloads>("payments.expire-payloads", TimeSpan.FromHours(24));
        services.AddPermission(Read, "See payments and the webhooks of the gateways.", StandardRole.Manager, StandardRole.Finance, StandardRole.Developer);
        services.AddPermission(Replay, "Have a webhook worked on again.", StandardRole.Manager, StandardRole.Developer);
        services.AddScoped<ISetupStep, ConnectGateway>();
        services.AddSettingsEntry(new SettingsEntry("Store", "Payments", "Who takes the money, and a test of the connection.", "/admin/settings/payments", "card", SettingsPermission.Manage, 20));
        services.AddPrivacyNote(new(30, "When you pay", "We learn from the payment provider whether you paid, by which kind of means, and whether your bank took the money back. The number of your card never reaches us.", "Without it nothing could be delivered, and no money given back.", LegalBasis.Contract, "The provider’s messages are kept under encryption for 90 days, the result with your order.", "Payments are taken by Stripe Payments Europe, Limited, Dublin, Ireland, who answer for their own page and against fraud."));
        services.AddMenuEntry(new MenuEntry("Money", "Webhooks", "/admin/inbox", "webhook", Read, 42));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/webhooks/{gateway}", ReceiveWebhook.Endpoint).AllowAnonymous().DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(ReceiveWebhook.LargestBody)).ExcludeFromDescription();
        routes.MapPost("/admin/settings/payments/{name}/test", TestGateway.Form).WithSummary("Tests the connection to a payment provider.").RequireAuthorization(SettingsPermission.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        routes.MapPost("/api/v1/settings/payments/{name}/test", TestGateway.Endpoint).RequireAuthorization(SettingsPermission.Manage).WithMetadata(CreatesNothing.Instance).WithTags(SettingsPermission.Tag)
            .WithName("TestGateway").WithSummary("Asks a gateway whether it knows our key.");
        routes.MapDeskList<InboxList>();
        routes.MapPost("/admin/inbox/{id}/replay", ReplayMessage.Endpoint).WithSummary("Works through a webhook again.").RequireAuthorization(Replay)
            .WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
    }

    private static void AddStripe(IServiceCollection services)
    {
        services.AddSingleton(provider => StripeOptions.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<StoreAddress>()));
        services.AddSingleton(provider => new StoreMode(provider.GetRequiredService<StripeOptions>().Book));
        services.AddSingleton(provider => new FormTarget(provider.GetRequiredService<StripeOptions>().PageOrigin));
        services.AddTransient<IGateway, StripeGateway>();
        services.AddHttpClient<StripeApi>(StripeApi.Client, http => http.Timeout = TimeSpan.FromSeconds(20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
    }
}
