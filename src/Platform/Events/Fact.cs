namespace Emporium.Platform.Events;

/// <summary>
/// Something that happened and will stay true: <c>OrderPaid</c>. Stored in the transaction that made it true, then told to every
/// reaction. Holds ids and amounts, never names, e-mail addresses or other personal data.
/// </summary>
public interface IFact;

/// <summary>The stable name and version under which a fact is stored. Additive changes only; anything else is a new version.</summary>
/// <param name="name">Lower case, <c>noun.participle</c>: <c>order.paid</c>.</param>
/// <param name="version">From 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactAttribute(string name, int version) : Attribute
{
    public string Name => name;

    public int Version => version;
}

/// <summary>What facts are about. Its own row counts its facts, so that they have an order that no clock and no commit can change.</summary>
public interface ISubject
{
    /// <summary>The prefixed id: <c>ord_01k…</c>.</summary>
    string Subject { get; }

    Book Book { get; }

    /// <summary>The sequence of the last fact raised about it; a column of its table.</summary>
    long LastEvent { get; set; }
}

/// <summary>When and where a fact was stored.</summary>
/// <param name="Sequence">From 1, without gaps, per subject.</param>
public readonly record struct Occurrence(EventId Id, string Subject, long Sequence, Book Book, DateTimeOffset At);

public readonly record struct EventId(Guid Value) : IEntityId<EventId>
{
    public static string Prefix => "evt";

    public static EventId From(Guid value) => new(value);

    public static EventId Parse(string s, IFormatProvider? provider) => EntityId.Parse<EventId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out EventId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}

/// <summary>Stores facts with the change that made them true.</summary>
public interface IEvents
{
    /// <summary>Adds the fact to the current unit of work; it exists when, and only when, that is saved.</summary>
    void Raise(ISubject subject, IFact fact);
}

/// <summary>
/// What a module does because of a fact. The dispatcher saves it together with the mark that it ran, so a repeat does nothing: a
/// reaction changes entities and never saves. Other reactions may share its transaction. One that throws is run again later, alone;
/// a <see cref="Refusal"/> makes the event a dead letter at once.
/// </summary>
public interface IReactTo<in TFact> where TFact : IFact
{
    Task React(TFact fact, Occurrence at, CancellationToken ct);
}
