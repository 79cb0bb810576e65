using Emporium.Platform.Data;

namespace Emporium.Platform.Events;

/// <summary>Writes facts and the deliveries that follow from them into the caller's unit of work, and wakes the dispatcher when it is durable.</summary>
internal sealed class EventLog(StoreDb db, FactCatalog facts, Reactions reactions, DispatchSignal signal, TimeProvider clock) : IEvents
{
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

        foreach (var reaction in reactions.To(fact.GetType()))
        {
            db.Add(new Delivery { EventId = stored.Id, Reaction = reaction.Name, Subject = stored.Subject, Sequence = stored.Sequence, DueAt = stored.OccurredAt });
            db.AfterCommit(() => signal.Wake(reaction.Name));
        }
    }
}
