using Emporium.Messaging.Addresses;
using Emporium.Messaging.Desk;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Guide;
using Emporium.Messaging.Messages;
using Emporium.Messaging.Sending;
using Emporium.Platform;
using Emporium.Platform.Events;
using Emporium.Platform.Jobs;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Messaging;

/// <summary>
/// What the store tells the world by itself: outgoing webhooks by the Standard Webhooks specification. It reads the envelopes of facts and
/// knows no fact's type; nobody has to tell it anything.
/// </summary>
public sealed class MessagingModule : IModule
{
    /// <summary>Permission: connect other programs to the store's events.</summary>
    public const string Manage = "webhooks.manage";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddPermission(Manage, "Connect other programs by webhooks, see what was sent, and send it again.", StandardRole.Developer);
        services.AddSettingsEntry(new SettingsEntry("Connections", "Webhooks", "Tell other programs what happens in the store.", "/admin/settings/webhooks", "webhook", Manage, 810));
        services.AddSingleton<EventTypes>();

        services.AddSingleton<Subscribers>();
        services.AddScoped<IDoctorCheck, EndpointsCheck>().AddScoped<IDeskConcern, GivenUpEndpoints>().AddScoped<IPersonalData, NoPersonalData>();
        services.AddScoped<EndpointDraft>().AddScoped<Secrets>().AddScoped<OpenEndpoint>().AddScoped<ReadEndpoints>();
        services.AddScoped<CreateEndpoint>().AddScoped<ChangeEndpoint>().AddScoped<SwitchEndpoint>().AddScoped<DeleteEndpoint>().AddScoped<EndpointSecret>();

        services.AddScoped<IFactOutlet, WebhookOutlet>().AddScoped<CatchUp>();
        services.AddScoped<ReadMessages>().AddScoped<ReplayMessages>().AddScoped<SendTest>();
        services.AddJob<ExpireMessages>("messaging.expire-messages", TimeSpan.FromHours(12));
        AddSending(services, configuration);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        WebhookRoutes.MapForms(routes);
        WebhookRoutes.MapApi(routes);
    }

    private static void AddSending(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Webhooks").Get<WebhookOptions>() ?? new()).AddSingleton<AddressRules>();
        services.AddSingleton<NameLookup>(System.Net.Dns.GetHostAddressesAsync).AddSingleton<EndpointUrls>().AddSingleton<GuardedConnection>();
        services.AddSingleton<CourierBell>().AddSingleton<Post>().AddSingleton<Round>().AddSingleton<RecordAnswer>();
        services.AddScoped<GiveUp>().AddScoped<OwnerPost>().AddHostedService<Courier>();
        services.AddHttpClient(Post.Client, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ActivityHeadersPropagator = null,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                MaxResponseHeadersLength = 16,
                ConnectCallback = provider.GetRequiredService<GuardedConnection>().Open,
            })
            .RemoveAllLoggers();
    }
}
