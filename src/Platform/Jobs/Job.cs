using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Jobs;

/// <summary>Work that runs on a clock. What follows from a fact is a reaction instead.</summary>
public interface IJob
{
    /// <summary>Does one round; a later round sees what an earlier one left. Must be safe to repeat and to kill.</summary>
    Task Run(CancellationToken ct);
}

/// <summary>A job as its module lists it.</summary>
/// <param name="Name">Stable, <c>module.verb-noun</c>.</param>
/// <param name="Every">The pause between starts; a job never overlaps itself, on any number of nodes.</param>
public sealed record JobEntry(string Name, Type Job, TimeSpan Every);

public static class JobRegistrations
{
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services, string name, TimeSpan every) where TJob : class, IJob
    {
        services.AddScoped<TJob>();
        return services.AddSingleton(new JobEntry(name, typeof(TJob), every));
    }
}
