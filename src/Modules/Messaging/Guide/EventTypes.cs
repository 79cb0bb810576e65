using System.Text.Json;
using Emporium.Messaging.Messages;
using Emporium.Platform;
using Emporium.Platform.Events;

namespace Emporium.Messaging.Guide;

/// <summary>Every event that the modules declare, with its meaning, a sample and a schema. Made once: what is declared does not change while the program runs.</summary>
internal sealed class EventTypes
{
    private static readonly EventId SampleId = EntityId.Parse<EventId>("evt_01kq8z4v6hf7r9s2m3n5p8t0wx");
    private static readonly DateTimeOffset SampleMoment = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    private readonly FactCatalog facts;
    private readonly EventGuide guide = new();
    private readonly Lazy<IReadOnlyList<EventType>> all;

    public EventTypes(FactCatalog facts)
    {
        this.facts = facts;
        all = new(Read);
    }

    /// <summary>By group and name.</summary>
    public IReadOnlyList<EventType> All => all.Value;

    public bool IsKnown(string name) => All.Any(type => type.Name == name);

    /// <summary>Of several versions the latest.</summary>
    /// <exception cref="Refusal"><c>webhook.type_unknown</c>.</exception>
    public EventType Get(string? name) => All.Where(type => type.Name == name).MaxBy(type => type.Version) ?? throw Unknown(name);

    public static Refusal Unknown(string? name) => Refusal.Invalid("webhook.type_unknown", $"There is no event “{name}”. The list is at /api/v1/event-types.", "types");

    /// <summary>A sample as if it happened now, about nothing that exists.</summary>
    public static EventEnvelope Trial(EventType type, EventId id, string subject, Book book, DateTimeOffset now) =>
        new(id, type.Name, type.Version, subject, 0, book, now, type.Sample.GetProperty("data").GetRawText());

    private List<EventType> Read() => [.. facts.All.Select(Describe).OrderBy(t => t.Group, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Version)];

    private EventType Describe((string Name, int Version, Type Type) fact)
    {
        var entry = guide.Find(fact.Name, fact.Version) ?? new EventGuide.Entry("Other", "", "{}");
        var sample = new EventEnvelope(SampleId, fact.Name, fact.Version, SubjectOf(entry.Data), 1, Book.Live, SampleMoment, entry.Data);
        return new EventType(fact.Name, fact.Version, entry.Group, entry.Meaning, JsonDocument.Parse(Payload.Of(sample)).RootElement, EventSchemas.Of(fact.Name, fact.Version, fact.Type));
    }

    // The first id of a fact is that of what it is about.
    private static string SubjectOf(string data)
    {
        using var json = JsonDocument.Parse(data);
        return json.RootElement.EnumerateObject().Select(p => p.Value.ValueKind is JsonValueKind.String ? p.Value.GetString() : null).FirstOrDefault(text => text?.IndexOf('_', StringComparison.Ordinal) is > 1) ?? "sub_sample";
    }
}
