using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Emporium.Host.Desk;
using Emporium.Host.Desk.Design;
using Emporium.Host.Desk.Rooms;
using Emporium.Host.Installing;
using Emporium.Platform;
using Emporium.Platform.Audit;
using Emporium.Platform.Http;
using Emporium.Ui;
using Emporium.Ui.Frames;
using Microsoft.AspNetCore.HttpOverrides;

namespace Emporium.Host;

/// <summary>The store as a web application: configuration, services, pipeline, routes.</summary>
public static class Store
{
    internal static IEnumerable<Assembly> PageAssemblies => Modules.All.Select(m => m.GetType().Assembly).Distinct();

    /// <summary>Builds it; nothing has touched the database yet.</summary>
    /// <param name="change">Has the last word on services, for tests: another clock, another disk.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false", .. args] });
        AddServices(builder);
        change?.Invoke(builder);
        var app = builder.Build();
        UsePipeline(app);
        MapRoutes(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        configuration.AddDefaults(builder.Environment);
        builder.Logging.AddStoreLogging(configuration);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        services.AddPlatform(configuration, Modules.All);
        services.AddPlatformDesk().AddSettingsRooms().AddAppearance().AddDeskSearch().AddInstalling();
        services.AddSingleton<DeskNavigation>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents();
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("antiforgery", CookieSecurePolicy.SameAsRequest));
        services.AddStoreApi();
        services.AddScoped<DemoStore.SeedDemo>();
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        services.AddObservability(configuration);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // Used only where Proxy:IsTrusted says so; the proxy then stands anywhere, not on this machine alone.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
    }

    private static void UsePipeline(WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("Proxy:IsTrusted")) app.UseForwardedHeaders();
        app.UsePlatformEdge();
        app.UseErrorPages();
        app.UseRouting();
        app.UseVisits();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAudit();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseRerun();
    }

    private static void MapRoutes(WebApplication app)
    {
        UiAssets.Map(app);
        app.MapHealth();
        app.MapStoreApi();
        app.MapPlatformDesk();
        app.MapSettingsRooms();
        app.MapAppearance();
        app.MapDeskSearch();
        app.MapDesign();
        app.MapInstalling();
        foreach (var module in Modules.All) module.MapRoutes(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. PageAssemblies]).Add(OnlyRead);
    }

    // What is posted has an endpoint of its own; a page that took a POST too would stand in its way.
    private static void OnlyRead(EndpointBuilder page)
    {
        foreach (var methods in page.Metadata.OfType<IHttpMethodMetadata>().ToList()) page.Metadata.Remove(methods);
        page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
