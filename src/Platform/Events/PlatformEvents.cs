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
        .AddSingleton<FreshRows<Raised>>()
        .AddSingleton<FirstTry>()
        .AddScoped<EventLog>()
        .AddScoped<IEvents>(scope => scope.GetRequiredService<EventLog>())
        .AddScoped<IEventDesk, EventDesk>()
        .AddScoped<IDeadLetters, DeadLetters>()
        .AddHostedService<Dispatcher>();
}
