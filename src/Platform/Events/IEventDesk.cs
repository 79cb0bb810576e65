namespace Emporium.Platform.Events;

/// <summary>Reads the log of facts by their envelopes, without knowing any fact's type: for the desk, for timelines, for export.</summary>
public interface IEventDesk
{
    /// <summary>All of them, for lists that filter and sort in the database.</summary>
    IQueryable<EventRow> All { get; }

    /// <summary>The fact and where each reaction stands with it; null where there is none.</summary>
    Task<EventStory?> Find(EventId id, CancellationToken ct);

    /// <summary>Everything that happened to a subject, in its order.</summary>
    Task<IReadOnlyList<EventEnvelope>> History(string subject, CancellationToken ct);

    /// <summary>Everything since a moment, oldest first.</summary>
    Task<Page<EventEnvelope>> Since(DateTimeOffset moment, Cursor? after, int limit, CancellationToken ct);

    /// <summary>Those with the given ids, in no order.</summary>
    Task<IReadOnlyList<EventEnvelope>> Read(IReadOnlyCollection<EventId> ids, CancellationToken ct);
}

/// <param name="Sequence">From 1, without gaps, per subject.</param>
/// <param name="Data">The fact as JSON.</param>
public sealed record EventEnvelope(EventId Id, string Type, int Version, string Subject, long Sequence, Book Book, DateTimeOffset OccurredAt, string Data);

/// <summary>An envelope as lists filter it.</summary>
public sealed record EventRow
{
    public EventId Id { get; init; }

    public string Type { get; init; } = "";

    public int Version { get; init; }

    public string Subject { get; init; } = "";

    public long Sequence { get; init; }

    public Book Book { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The fact as JSON.</summary>
    public string Data { get; init; } = "";
}

public sealed record EventStory(EventEnvelope Event, IReadOnlyList<EventDelivery> Deliveries);

/// <param name="DueAt">When it runs next, where it is pending.</param>
/// <param name="Error">The last failure, and who skipped it and why.</param>
public sealed record EventDelivery(string Reaction, DeliveryStatus Status, int Attempts, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string? Error);
