using Emporium.Platform.Audit;
using Emporium.Platform.Backups;
using Emporium.Platform.Checks;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Files;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Mail;
using Emporium.Platform.Observing;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Emporium.Platform.Visitors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Emporium.Platform;

/// <summary>The machinery under the modules, put together.</summary>
public static class PlatformSetup
{
    /// <summary>Adds the machinery and then each module, in the order given. The schedule comes last: it reads what the modules listed.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new StoreAddress(configuration));
        services.AddSingleton(configuration.GetSection("Mail").Get<MailOptions>() ?? new());
        services.AddMemoryCache(cache => cache.SizeLimit = 50_000);
        services.AddStoreDatabase(configuration).AddStoredEvents().AddFiles(configuration).AddStoredDataProtection().AddAudit();

        services.AddSingleton<Freshness>().AddSingleton<IFreshness>(p => p.GetRequiredService<Freshness>()).AddHostedService(p => p.GetRequiredService<Freshness>());
        services.AddSingleton<SettingsMemory>().AddScoped<ISettings, StoredSettings>().AddScoped<ChangeSettings>().AddSettingsPermission();
        services.AddSingleton<MasterKey>().AddSingleton<SignedTokens>().AddScoped<Vault>();
        services.AddSingleton<Postman>().AddHostedService(p => p.GetRequiredService<Postman>());
        services.AddScoped<IMail, Outbox>().AddScoped<IMailDesk, MailDesk>().AddScoped<MailServer>().AddScoped<MailTest>().AddScoped<HtmlRenderer>().AddScoped<LetterPress>();
        services.AddSingleton<ObservationLog>().AddSingleton<IObservations>(p => p.GetRequiredService<ObservationLog>()).AddHostedService(p => p.GetRequiredService<ObservationLog>());
        services.AddSingleton<IVisitorConsent, VisitorConsent>();
        services.AddVisitorPurpose(new(VisitorPurpose.Statistics, "Statistics", "We count which pages are read, under a random number in a cookie. It stays with this store and says nothing about who you are."));
        services.AddPrivacyNote(new(70, "When you allow statistics", "We keep which public pages you open, under a random number and without your network address.", "That shows which works are looked at and which pages are left.", LegalBasis.Consent, "Until you take the choice back: then the number is taken out at once, and what remains is nobody’s."));
        services.AddCookieNote(new(VisitorConsent.ChoiceCookie, "Remembers what you chose about cookies, and when.", "half a year"));
        services.AddCookieNote(new(VisitorConsent.VisitorCookie, "The random number under which pages are counted.", "half a year, or until you take your choice back", IsNecessary: false));
        services.AddSingleton<Errands>().AddHostedService(p => p.GetRequiredService<Errands>());
        services.AddTransient<Round>().AddJob<ExpireRows>("platform.expire-rows", TimeSpan.FromHours(1));
        services.AddScoped<IDoctorCheck, DatabaseCheck>().AddScoped<IDoctorCheck, KeysCheck>().AddScoped<IDoctorCheck, StorageCheck>().AddScoped<IDoctorCheck, MailCheck>().AddScoped<IDoctorCheck, ClockCheck>();

        services.AddSingleton<Flash>();
        services.AddScoped<MoveStore>().AddScoped<MakeBackup>().AddScoped<RestoreBackup>().AddScoped<IDoctorCheck, BackupCheck>();
        services.AddScoped<Lists.Views.SavedViews>().AddScoped<IDeskConcern, DeadLetterConcern>().AddScoped<IDeskConcern, FailedMailConcern>();
        services.AddScoped<Idempotency>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["requestId"] = context.HttpContext.TraceIdentifier);
        services.AddExceptionHandler<RefusalHandler>();
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = 64 << 20;
            cache.MaximumBodySize = 1 << 20;
            cache.AddPolicy(PublicPages.Name, new PublicPages());
        });
        RateLimits.Add(services, configuration);
        services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));

        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services, configuration);
        }
        return services.AddSchedule(configuration);
    }

    /// <summary>Brings the schema up to date and reads what must be known before the first request.</summary>
    /// <returns>The scripts that were run.</returns>
    public static async Task<IReadOnlyList<string>> Prepare(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var statement in services.GetRequiredService<Dialect>().Prepare)
            await scope.ServiceProvider.GetRequiredService<StoreDb>().Database.ExecuteSqlRawAsync(statement, ct);
        var ran = await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().Migrate(ct);
        await services.GetRequiredService<Freshness>().Read(ct);
        return ran;
    }

    /// <summary>The part of the pipeline before routing: what holds for every request.</summary>
    public static IApplicationBuilder UsePlatformEdge(this IApplicationBuilder app) =>
        app.UseMiddleware<RequestId>().UseMiddleware<SecurityHeaders>();

    /// <summary>The last part of the pipeline: forged forms end here, and a request that lost a race is run again from here.</summary>
    public static IApplicationBuilder UseRerun(this IApplicationBuilder app) => app.UseMiddleware<RefuseForgedForms>().UseMiddleware<Rerun>().UseMiddleware<FollowAction>();

    /// <summary>Notes what visitors read who agreed to it; in front of the output cache.</summary>
    public static IApplicationBuilder UseVisits(this IApplicationBuilder app) => app.UseMiddleware<NoteVisits>();
}
