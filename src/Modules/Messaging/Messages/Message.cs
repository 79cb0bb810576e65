using Emporium.Messaging.Endpoints;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Messaging.Messages;

/// <summary>One fact for one endpoint: written with the fact, sent after its commit. What it says is read from the log of facts.</summary>
internal sealed class Message
{
    private Message() { }

    public MessageId Id { get; private init; }

    public EndpointId EndpointId { get; private init; }

    public EventId EventId { get; private init; }

    public string Type { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public long Sequence { get; private init; }

    public MessageStatus Status { get; private set; }

    /// <summary>Since it was queued, or queued again.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset QueuedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What came of the last attempt, in a few words.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The body of a trial, which no fact stands behind; null otherwise.</summary>
    public string? Trial { get; private init; }

    public static Message Of(EndpointId endpoint, EventEnvelope fact, TimeProvider clock) => New(endpoint, fact.Id, fact.Type, fact.Subject, fact.Sequence, null, clock);

    /// <summary>A trial is sent at once and once: it never waits, and nothing waits for it.</summary>
    public static Message TrialOf(EndpointId endpoint, EventId id, string type, string body, bool arrived, string outcome, TimeProvider clock)
    {
        var message = New(endpoint, id, type, endpoint.ToString(), 0, body, clock);
        (message.Status, message.Attempts, message.DoneAt, message.Outcome) = (arrived ? MessageStatus.Sent : MessageStatus.Failed, 1, message.CreatedAt, outcome);
        return message;
    }

    public void Arrived(string outcome, DateTimeOffset now) => (Status, Attempts, DoneAt, Outcome) = (MessageStatus.Sent, Attempts + 1, now, outcome);

    /// <param name="next">When it is tried again; null for never.</param>
    public void Failed(string outcome, DateTimeOffset? next, DateTimeOffset now)
    {
        (Attempts, Outcome) = (Attempts + 1, outcome);
        if (next is { } due) DueAt = due;
        else (Status, DoneAt) = (MessageStatus.Failed, now);
    }

    /// <exception cref="Refusal"><c>message.is_trial</c>.</exception>
    public void Queue(DateTimeOffset now)
    {
        if (Trial is not null) throw Refusal.Conflict("message.is_trial", "This was a test. Send a new one from the endpoint’s page.");
        (Status, Attempts, QueuedAt, DueAt, DoneAt) = (MessageStatus.Pending, 0, now, now, null);
    }

    private static Message New(EndpointId endpoint, EventId id, string type, string subject, long sequence, string? trial, TimeProvider clock) => new()
    {
        Id = MessageId.New(clock), EndpointId = endpoint, EventId = id, Type = type, Subject = subject, Sequence = sequence, Trial = trial,
        CreatedAt = clock.Now, QueuedAt = clock.Now, DueAt = clock.Now,
    };
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messaging_messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Status).IsConcurrencyToken();
        builder.Property(m => m.Attempts).IsConcurrencyToken();
        builder.HasIndex(m => new { m.EndpointId, m.EventId }).IsUnique();
        builder.HasIndex(m => new { m.EndpointId, m.DueAt }).HasFilter("status = 'Pending'");
        builder.HasIndex(m => new { m.EndpointId, m.Subject, m.Sequence }).HasFilter("status = 'Pending'");
        builder.HasIndex(m => new { m.EndpointId, m.CreatedAt, m.Id });
        builder.HasIndex(m => new { m.EndpointId, m.Status, m.CreatedAt, m.Id });
        builder.HasIndex(m => m.CreatedAt);
    }
}
