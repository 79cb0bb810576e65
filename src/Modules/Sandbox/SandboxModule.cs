using Emporium.Platform;
using Emporium.Sandbox.Api;
using Emporium.Sandbox.Control;
using Emporium.Sandbox.Pages;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Emporium.Sandbox;

/// <summary>
/// The payment provider's counterpart for test mode. It speaks Stripe's wire format with Stripe's signatures over real HTTP, keeps
/// its own books in its own SQLite file and knows no module: the store's adapter cannot tell it from Stripe. Under <c>/sandbox</c>
/// it has the API (<c>/stripe/v1</c>), the payment page (<c>/stripe/pay</c>) and, for callers on this machine, the levers for tests
/// (<c>/control</c>). Mounted in the store only when <c>Sandbox:Enabled</c> says so, or run as a process of its own.
/// </summary>
public sealed class SandboxModule : IModule
{
    /// <summary>Below this path is everything that plays Stripe; the API base of the store's adapter ends with it.</summary>
    public const string StripePrefix = "/sandbox/stripe";

    /// <summary>The one version of Stripe's API that it speaks; each request names it.</summary>
    public const string StripeVersion = "2026-10-28.endive";

    private const string ControlPrefix = "/sandbox/control";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<bool>($"{SandboxOptions.Section}:{nameof(SandboxOptions.Enabled)}")) AddBank(services);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(StripeApi)) is not true) return;
        MapApi(routes.MapGroup($"{StripePrefix}/v1").AllowAnonymous());
        MapPages(routes.MapGroup(StripePrefix).AllowAnonymous());
        MapControl(routes.MapGroup(ControlPrefix).AllowAnonymous());
    }

    internal static void AddBank(IServiceCollection services)
    {
        services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SandboxOptions>, SandboxOptionsCheck>().AddSingleton<IPostConfigureOptions<SandboxOptions>, SandboxOptionsCheck>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SandboxOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlJson.Default));
        services.AddRazorComponents();
        services.AddSingleton<BankFile>().AddSingleton<WebhookQueue>().AddSingleton<Faults>();
        services.AddSingleton<StripeApi>().AddSingleton<PaymentPages>().AddSingleton<ControlRoutes>();

        // Stopped in the reverse order: whoever writes stops before the writer.
        services.AddSingleton<Writer>().AddHostedService(provider => provider.GetRequiredService<Writer>());
        services.AddSingleton<Due>().AddHostedService(provider => provider.GetRequiredService<Due>());
        services.AddHostedService<SendWebhooks>();
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        var stripe = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<StripeApi>();
        foreach (var verb in StripeRoutes.All) api.MapMethods(verb.Path, [verb.Method], (HttpContext http) => stripe.Handle(http, verb));
        api.Map("{**path}", StripeApi.Unknown);
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        pages.MapGet("pay/{id}", (HttpContext http, string id, PaymentPages page) => page.Show(http, id));
        pages.MapPost("pay/{id}", (HttpContext http, string id, PaymentPages page) => page.Pay(http, id));
        pages.MapGet("pay/{id}/challenge", (HttpContext http, string id, PaymentPages page) => page.ShowChallenge(http, id));
        pages.MapPost("pay/{id}/challenge", (HttpContext http, string id, PaymentPages page) => page.AnswerChallenge(http, id));
        pages.MapGet(BankStyle.Name, BankStyle.Serve);
    }

    private static void MapControl(RouteGroupBuilder control)
    {
        control.AddEndpointFilter<OnlyFromHere>();
        control.MapPost("faults", (ControlRoutes levers, ControlRoutes.FaultOrder order) => levers.Order(order));
        control.MapPost("redeliver", (ControlRoutes levers, string? @event) => levers.Redeliver(@event));
        control.MapPost("settle", (ControlRoutes levers, long? within) => levers.Settle(within));
        control.MapGet("summary", (ControlRoutes levers, long? after) => levers.Summary(after));
    }
}
