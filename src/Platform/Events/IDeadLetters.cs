namespace Emporium.Platform.Events;

/// <summary>What reactions gave up, for the person who decides. Each act is saved when it returns.</summary>
public interface IDeadLetters
{
    /// <summary>Oldest first.</summary>
    Task<Page<DeadLetter>> List(Cursor? after, int limit, CancellationToken ct);

    /// <summary>Lets the reaction try once more, now; what waited behind it follows in order.</summary>
    /// <exception cref="Refusal"><c>dead_letter.not_found</c>: it is not dead, or not any more.</exception>
    Task Replay(EventId id, string reaction, CancellationToken ct);

    /// <returns>How many are tried again.</returns>
    Task<int> ReplayAll(CancellationToken ct);

    /// <summary>Decides that the reaction never runs for this event; what waited behind it goes on.</summary>
    /// <param name="who">The name of the person who decides.</param>
    /// <param name="why">Kept beside the last failure, for whoever asks later.</param>
    /// <exception cref="Refusal"><c>dead_letter.not_found</c>, <c>dead_letter.reason_required</c>.</exception>
    Task Skip(EventId id, string reaction, string who, string why, CancellationToken ct);
}

/// <param name="Behind">How many later events of the subject wait for this one.</param>
public sealed record DeadLetter(EventId Event, string Reaction, string Type, string Subject, DateTimeOffset OccurredAt, DateTimeOffset DueAt, int Attempts, string? Error, int Behind);
