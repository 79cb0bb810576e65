using System.Text.Json;

namespace Emporium.Platform.Audit;

/// <summary>Reads what the staff and its programs did.</summary>
public interface IAuditLog
{
    /// <summary>All of it, for lists that filter and sort in the database. The names of the actors are missing.</summary>
    IQueryable<AuditLine> All { get; }

    /// <summary>The lines with the names of their actors.</summary>
    Task<IReadOnlyList<AuditLine>> Named(IReadOnlyList<AuditLine> lines, CancellationToken ct);
}

/// <summary>A line of the audit log.</summary>
public sealed record AuditLine
{
    public AuditEntryId Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The id of a member of the staff or of a key.</summary>
    public string Actor { get; init; } = "";

    /// <summary>As the staff knows them; the id where nobody does any more.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>Method and route.</summary>
    public string Action { get; init; } = "";

    /// <summary>What the action does, in a sentence; empty where it has none.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>What was acted on: the whole text of the route's values, such as an order's id.</summary>
    public string Subject { get; init; } = "";

    /// <summary><c>done</c>, <c>denied</c>, <c>failed</c>, <c>refused</c> or the code of the refusal.</summary>
    public string Outcome { get; init; } = "";

    public IReadOnlyList<Change> Changes => JsonSerializer.Deserialize<List<Change>>(Stored, Json.Options)!;

    public string Request { get; init; } = "";

    /// <summary>The place in the chain; null for at most a minute after it was written.</summary>
    public long? Number { get; init; }

    /// <summary>The changes as they are kept.</summary>
    internal string Stored { get; init; } = "[]";
}

/// <summary>Knows the names behind actors' ids. Implemented by whoever signs people in.</summary>
public interface IActorNames
{
    /// <summary>Those that are known, by id.</summary>
    Task<IReadOnlyDictionary<string, string>> Find(IReadOnlyCollection<string> actors, CancellationToken ct);

    /// <summary>Everybody of the staff, and the keys that were not revoked, by id.</summary>
    Task<IReadOnlyDictionary<string, string>> Present(CancellationToken ct);
}
