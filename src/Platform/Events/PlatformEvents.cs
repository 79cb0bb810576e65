using Emporium.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Events;

/// <summary>The event machinery: the log, the dispatcher and what the desk shows of them.</summary>
public static class PlatformEvents
{
    public static IServiceCollection AddStoredEvents(this IServiceCollection services) => services
        .AddSingleton<FactCatalog>()
        .AddSingleton<Reactions>()
        .AddSingleton<DispatchSignal>()
        .AddSingleton<Leases>()
        .AddSingleton<BatchQueries>()
        .AddSingleton<Batch>()
        .AddScoped<IEvents, EventLog>()
        .AddScoped<IEventDesk, EventDesk>()
        .AddScoped<IDeadLetters, DeadLetters>()
        .AddHostedService<Dispatcher>();
}
