namespace Emporium.Platform.Observing;

/// <summary>
/// Something seen, not something that happened: a view, a click, a second of video. Best effort, kept in a store of its own, never
/// in the outbox, and never waited for.
/// </summary>
/// <param name="Name"><c>noun.verb</c>: <c>product.viewed</c>.</param>
/// <param name="Subject">The prefixed id of what was seen, or the path of a public page.</param>
/// <param name="Detail">A small JSON object, or null.</param>
/// <param name="Visitor">The random number of a visitor who agreed: it comes from <c>IVisitorConsent.Visitor</c> and from nowhere else.</param>
public sealed record Observation(string Name, string? Subject, DateTimeOffset At, string? Detail = null, string? Visitor = null);

public interface IObservations
{
    /// <summary>Takes note; returns at once. Under pressure the oldest unwritten notes are dropped and counted.</summary>
    void Note(Observation observation);

    /// <summary>Takes the visitor's number out of everything noted, also of what is not written yet. What was seen stays, and is nobody's.</summary>
    Task Forget(string visitor, CancellationToken ct);
}
