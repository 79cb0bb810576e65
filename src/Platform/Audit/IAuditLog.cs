namespace Emporium.Platform.Audit;

/// <summary>Reads what the staff and its programs did.</summary>
public interface IAuditLog
{
    /// <summary>Newest first.</summary>
    Task<Page<AuditLine>> List(AuditFilter filter, Cursor? after, int limit, CancellationToken ct);
}

/// <param name="Actor">The id of a member of the staff or of a key; null for everybody.</param>
/// <param name="Subject">What was acted on: the whole text of the route's values, such as an order's id; null for everything.</param>
public sealed record AuditFilter(string? Actor = null, string? Subject = null);

/// <summary>A line of the audit log.</summary>
/// <param name="ActorName">As the staff knows them; the id where nobody does any more.</param>
/// <param name="Action">Method and route.</param>
/// <param name="Meaning">What the action does, in a sentence; empty where it has none.</param>
/// <param name="Outcome"><c>done</c>, <c>denied</c>, <c>failed</c>, <c>refused</c> or the code of the refusal.</param>
/// <param name="Number">The place in the chain; null for at most a minute after it was written.</param>
public sealed record AuditLine(AuditEntryId Id, DateTimeOffset At, string Actor, string ActorName, string Action, string Meaning, string Subject, string Outcome, IReadOnlyList<Change> Changes, string Request, long? Number);

/// <summary>Knows the names behind actors' ids. Implemented by whoever signs people in.</summary>
public interface IActorNames
{
    /// <summary>Those that are known, by id.</summary>
    Task<IReadOnlyDictionary<string, string>> Find(IReadOnlyCollection<string> actors, CancellationToken ct);
}
