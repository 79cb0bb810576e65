using System.Linq.Expressions;
using Emporium.Platform.Audit;
using Emporium.Platform.Lists;
using Emporium.Ui;

namespace Emporium.Host.Desk;

/// <summary>What the staff and its programs did, on the desk.</summary>
internal sealed class AuditList : DeskList<AuditLine, AuditEntryId, AuditLine>
{
    public const string Page = "/admin/settings/audit";

    public override string Path => Page;

    public override string Permission => PlatformDesk.ReadAudit;

    public override ListColumns<AuditLine> Columns { get; } = new ListColumns<AuditLine>()
        .Text("meaning", "What", line => line.Meaning.Length > 0 ? line.Meaning : line.Action)
        .Link("actor_name", "By", line => line.ActorName, line => $"{Page}?actor={line.Actor}")
        .Own("subject", "About", line => line.Subject, AuditCells.About)
        .Badge("outcome", "Outcome", line => line.Outcome, outcome => outcome, outcome => outcome is "done" ? Tone.Neutral : Tone.Warning)
        .Own("changes", "Changed", line => string.Join("; ", line.Changes.Select(AuditChanges.Words)), AuditCells.Changed)
        .Moment("at", "When", line => line.At, order: "at")
        .InFile("id", line => line.Id)
        .InFile("number", line => line.Number)
        .InFile("actor", line => line.Actor)
        .InFile("action", line => line.Action)
        .InFile("request", line => line.Request);

    public override IReadOnlyList<ListOrder<AuditLine>> Orders { get; } = [By("at", "Date", line => line.At)];

    public override IReadOnlyList<ListFilter<AuditLine>> Filters { get; } =
    [
        Search("what it is about, such as ord_…", (lines, text, _, _) => new(lines.Where(line => line.Subject == text))),
        Choice("actor", "By", Actors, actor => line => line.Actor == actor),
        Days("at", "When", line => line.At),
    ];

    protected override Expression<Func<AuditLine, AuditEntryId>> Id => line => line.Id;

    protected override Expression<Func<AuditLine, AuditLine>> Row => line => line;

    protected override IQueryable<AuditLine> Source(IServiceProvider scope) => scope.GetRequiredService<IAuditLog>().All;

    protected override Task<IReadOnlyList<AuditLine>> Complete(IReadOnlyList<AuditLine> rows, IServiceProvider scope, CancellationToken ct) =>
        scope.GetRequiredService<IAuditLog>().Named(rows, ct);

    private static async ValueTask<IReadOnlyList<ListChoice>> Actors(IServiceProvider scope, CancellationToken ct)
    {
        var choices = new List<ListChoice>();
        foreach (var directory in scope.GetServices<IActorNames>()) choices.AddRange((await directory.Present(ct)).Select(known => new ListChoice(known.Key, known.Value)));
        return [.. choices.OrderBy(choice => choice.Text, StringComparer.InvariantCultureIgnoreCase)];
    }
}
