using System.Linq.Expressions;
using Emporium.Payments.Gateways;
using Emporium.Platform.Lists;
using Emporium.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Payments.Inbox;

/// <summary>The webhooks of the gateways on the desk, as they came.</summary>
internal sealed class InboxList : DeskList<InboxMessage, InboxId, InboxList.Line>
{
    public sealed record Line(InboxId Id, string Gateway, string Type, string EventId, string Object, InboxStatus Status, int Attempts, DateTimeOffset ReceivedAt, DateTimeOffset? ProcessedAt, string? Error);

    public override string Path => "/admin/inbox";

    public override string Permission => PaymentsModule.Read;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Link("type", "Event", m => m.Type, m => $"/admin/inbox/{m.Id}")
        .Text("gateway", "Gateway", m => m.Gateway)
        .Badge("status", "State", m => m.Status, WordOf, InboxTone.Of)
        .Number("attempts", "Tries", m => m.Attempts)
        .Moment("received_at", "Received", m => m.ReceivedAt, order: "received")
        .Text("note", "Note", m => m.Error)
        .InFile("id", m => m.Id)
        .InFile("event", m => m.EventId)
        .InFile("object", m => m.Object)
        .InFile("processed_at", m => m.ProcessedAt);

    public override IReadOnlyList<ListOrder<InboxMessage>> Orders { get; } = [By("received", "Date", m => m.ReceivedAt)];

    public override IReadOnlyList<ListFilter<InboxMessage>> Filters { get; } =
    [
        Search("event’s id at the gateway, or our own", Named),
        Choice<InboxStatus>("status", "State", WordOf, status => m => m.Status == status),
        Days("received", "Received", m => m.ReceivedAt),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } = [new("Given up", "status=Dead"), new("Waiting", "status=Pending")];

    public override IReadOnlyList<ListAct<InboxId>> Acts { get; } =
    [
        new("replay", "Replay", "refresh", PaymentsModule.Replay, count => count == 1 ? "One webhook is worked on again." : $"{count} webhooks are worked on again.",
            (scope, chosen, ct) => scope.GetRequiredService<ReplayMessage>().All(chosen.Ids, ct)),
    ];

    protected override Expression<Func<InboxMessage, InboxId>> Id => m => m.Id;

    protected override Expression<Func<InboxMessage, Line>> Row => m => new Line(m.Id, m.Gateway, m.Type, m.EventId, m.Object, m.Status, m.Attempts, m.ReceivedAt, m.ProcessedAt, m.Error);

    private static string WordOf(InboxStatus status) => status switch { InboxStatus.Pending => "Waiting", InboxStatus.Done => "Settled", InboxStatus.Ignored => "Ignored", _ => "Given up" };

    // The unique index stands over gateway and event, so each gateway is asked.
    private static ValueTask<IQueryable<InboxMessage>> Named(IQueryable<InboxMessage> messages, string text, IServiceProvider scope, CancellationToken ct)
    {
        if (InboxId.TryParse(text, null, out var id)) return new(messages.Where(m => m.Id == id));
        var gateways = scope.GetRequiredService<GatewayList>().Names.ToList();
        return new(messages.Where(m => gateways.Contains(m.Gateway) && m.EventId == text));
    }
}
