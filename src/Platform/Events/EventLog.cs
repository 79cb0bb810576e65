using Emporium.Platform.Data;

namespace Emporium.Platform.Events;

/// <summary>Writes facts and the deliveries that follow from them into the caller's unit of work, and hands them on when it is durable.</summary>
internal sealed class EventLog(StoreDb db, FactCatalog facts, Reactions reactions, IEnumerable<IFactOutlet> outlets, FreshRows<Raised> fresh, TimeProvider clock) : IEvents
{
    private List<Raised> raised = [];

    public void Raise(ISubject subject, IFact fact)
    {
        var name = facts.NameOf(fact);
        var stored = new StoredEvent
        {
            Id = EventId.New(clock),
            Type = name.Name,
            Version = name.Version,
            Subject = subject.Subject,
            Sequence = ++subject.LastEvent,
            Book = subject.Book,
            OccurredAt = clock.Now,
            Data = FactCatalog.Write(fact),
        };
        db.Add(stored);
        foreach (var outlet in outlets) outlet.Put(stored.Envelope);
        if (reactions.To(fact.GetType()) is not { Count: > 0 } waiting) return;

        var its = new Raised(stored, [.. waiting.Select(reaction => new RaisedFor(reaction, Delivery.Of(stored, reaction)))]);
        db.AddRange(its.For.Select(f => f.Delivery));
        raised.Add(its);
        db.AfterCommit(() =>
        {
            if (raised.Remove(its)) fresh.Add(its.Again());
        });
    }

    /// <summary>What was raised in this unit of work and is not handed on: whoever takes it runs it in the same transaction.</summary>
    public IReadOnlyList<Raised> Take()
    {
        var taken = raised;
        raised = [];
        return taken;
    }
}

/// <summary>A fact as it was just stored, with its delivery to each reaction that waits for it.</summary>
internal sealed record Raised(StoredEvent Event, IReadOnlyList<RaisedFor> For)
{
    /// <summary>With deliveries of its own, which no other unit of work holds.</summary>
    public Raised Again() => new(Event, [.. For.Select(f => f with { Delivery = Delivery.Of(Event, f.Reaction) })]);
}

internal sealed record RaisedFor(Reaction Reaction, Delivery Delivery);
