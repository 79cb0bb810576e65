using Emporium.Platform.Events;
using Emporium.Platform.Jobs;
using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;

namespace Emporium.Host.Desk;

/// <summary>The jobs and the dead letters as files.</summary>
internal static class MachineryFiles
{
    private const int Batch = 500;

    private static readonly ListColumns<JobSummary> Jobs = new ListColumns<JobSummary>()
        .InFile("name", job => job.Name)
        .InFile("every_seconds", job => job.Every.TotalSeconds)
        .InFile("started_at", job => job.StartedAt)
        .InFile("finished_at", job => job.FinishedAt)
        .InFile("error", job => job.Error);

    private static readonly ListColumns<DeadLetter> Letters = new ListColumns<DeadLetter>()
        .InFile("event", letter => letter.Event)
        .InFile("type", letter => letter.Type)
        .InFile("subject", letter => letter.Subject)
        .InFile("reaction", letter => letter.Reaction)
        .InFile("occurred_at", letter => letter.OccurredAt)
        .InFile("attempts", letter => letter.Attempts)
        .InFile("waiting_behind", letter => letter.Behind)
        .InFile("error", letter => letter.Error);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapListFile("/admin/jobs", PlatformDesk.Operate, Jobs, http => http.RequestServices.GetRequiredService<IJobDesk>().List(http.RequestAborted));
        routes.MapListFile("/admin/dead-letters", PlatformDesk.Operate, Letters, http =>
        {
            var letters = http.RequestServices.GetRequiredService<IDeadLetters>();
            return Page<DeadLetter>.Through(after => letters.List(after, Batch, http.RequestAborted));
        });
    }
}
