using System.Linq.Expressions;
using Emporium.Platform.Events;
using Emporium.Platform.Lists;
using Emporium.Ui;
using EventId = Emporium.Platform.Events.EventId;

namespace Emporium.Host.Desk;

/// <summary>Everything that happened in the store, on the desk.</summary>
internal sealed class EventList : DeskList<EventRow, EventId, EventRow>
{
    public override string Path => "/admin/events";

    public override string Permission => PlatformDesk.Operate;

    public override ListColumns<EventRow> Columns { get; } = new ListColumns<EventRow>()
        .Link("type", "What happened", e => e.Type, e => $"/admin/events/{e.Id}")
        .Code("subject", "About", e => e.Subject)
        .Number("sequence", "No.", e => e.Sequence)
        .Text("book", "Books", e => e.Book is Book.Test ? "test" : "live")
        .Moment("occurred_at", "When", e => e.OccurredAt, order: "occurred")
        .InFile("id", e => e.Id)
        .InFile("version", e => e.Version)
        .InFile("data", e => e.Data);

    public override IReadOnlyList<ListOrder<EventRow>> Orders { get; } = [By("occurred", "Date", e => e.OccurredAt)];

    public override IReadOnlyList<ListFilter<EventRow>> Filters { get; } =
    [
        Search("what it is about, such as ord_…", (events, text, _, _) => new(EventId.TryParse(text, null, out var id) ? events.Where(e => e.Id == id) : events.Where(e => e.Subject == text))),
        Choice("type", "Type", Types, type => e => e.Type == type),
        Days("occurred", "Happened", e => e.OccurredAt),
        Choice<Book>("book", "Books", book => book is Book.Live ? "Live" : "Test", book => e => e.Book == book),
    ];

    protected override Expression<Func<EventRow, EventId>> Id => e => e.Id;

    protected override Expression<Func<EventRow, EventRow>> Row => e => e;

    protected override IQueryable<EventRow> Source(IServiceProvider scope) => scope.GetRequiredService<IEventDesk>().All;

    private static ValueTask<IReadOnlyList<ListChoice>> Types(IServiceProvider scope, CancellationToken ct) =>
        new([.. scope.GetRequiredService<FactCatalog>().All.Select(fact => fact.Name).Distinct().Order(StringComparer.Ordinal).Select(name => new ListChoice(name, name))]);
}
