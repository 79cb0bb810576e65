using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Emporium.Platform.Jobs;

/// <summary>What the desk shows of jobs.</summary>
public interface IJobDesk
{
    Task<IReadOnlyList<JobSummary>> List(CancellationToken ct);

    /// <summary>Starts a round now, on whichever node is free.</summary>
    /// <exception cref="Refusal"><c>job.not_found</c>.</exception>
    Task RunNow(string name, CancellationToken ct);
}

/// <param name="StartedAt">Of the last round; null before the first.</param>
/// <param name="Error">Of the last round; null where it went well.</param>
public sealed record JobSummary(string Name, TimeSpan Every, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, string? Error);

internal sealed class JobDesk(StoreDb db, IEnumerable<JobEntry> entries, ISchedulerFactory schedulers) : IJobDesk
{
    public async Task<IReadOnlyList<JobSummary>> List(CancellationToken ct)
    {
        var runs = await db.Set<JobRun>().AsNoTracking().ToDictionaryAsync(r => r.Name, ct);
        return [.. entries.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new JobSummary(e.Name, e.Every, runs.GetValueOrDefault(e.Name)?.StartedAt, runs.GetValueOrDefault(e.Name)?.FinishedAt, runs.GetValueOrDefault(e.Name)?.Error))];
    }

    public async Task RunNow(string name, CancellationToken ct)
    {
        if (!entries.Any(e => e.Name == name)) throw Refusal.NotFound("job");
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.TriggerJob(new JobKey(name), ct);
    }
}
