using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Jobs;

/// <summary>One round of a job: a scope of its own, and a note of how it went.</summary>
internal sealed partial class Round(IEnumerable<JobEntry> entries, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Round> log) : Quartz.IJob
{
    internal const string NameKey = "name";

    public async ValueTask Execute(Quartz.IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = (string)context.MergedJobDataMap[NameKey]!;
        if (entries.FirstOrDefault(e => e.Name == name) is { } entry) await Execute(entry, cancellationToken);
    }

    /// <summary>Runs the job now; a failure is noted and logged, and the next round comes as planned.</summary>
    public async Task Execute(JobEntry entry, CancellationToken ct)
    {
        var started = clock.Now;
        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)scope.ServiceProvider.GetRequiredService(entry.Job)).Run(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            error = $"{failure.GetType().Name}: {failure.Message}";
            LogFailed(log, failure, entry.Name);
        }
        await Note(entry.Name, started, error, ct);
    }

    private async Task Note(string name, DateTimeOffset started, string? error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        var run = await db.Set<JobRun>().FindAsync([name], ct);
        if (run is null) db.Add(run = new JobRun { Name = name });
        (run.StartedAt, run.FinishedAt, run.Error) = (started, clock.Now, error);
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} failed; its next round comes as planned.")]
    private static partial void LogFailed(ILogger log, Exception exception, string job);
}

/// <summary>How a job's last round went.</summary>
internal sealed class JobRun
{
    public required string Name { get; init; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("platform_job_runs");
        builder.HasKey(r => r.Name);
    }
}
