using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Events;

/// <summary>Where a reaction stands with an event.</summary>
public enum DeliveryStatus
{
    /// <summary>To be run, now or after a pause.</summary>
    Pending,

    Done,

    /// <summary>Given up; a person replays or skips it. Holds back later events of its subject for this reaction.</summary>
    Dead,

    /// <summary>A person decided that it will not run.</summary>
    Skipped,
}

/// <summary>One event for one reaction: written with the event, marked in the transaction of the reaction's work.</summary>
internal sealed class Delivery
{
    public EventId EventId { get; init; }

    public required string Reaction { get; init; }

    public required string Subject { get; init; }

    public long Sequence { get; init; }

    public DeliveryStatus Status { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The last failure: type and message of the exception, for the person who has to decide.</summary>
    public string? Error { get; set; }

    /// <summary>A new event, due at once.</summary>
    public static Delivery Of(StoredEvent stored, Reaction reaction) =>
        new() { EventId = stored.Id, Reaction = reaction.Name, Subject = stored.Subject, Sequence = stored.Sequence, DueAt = stored.OccurredAt };

    public void Finish(DateTimeOffset now) => (Status, DoneAt, Attempts) = (DeliveryStatus.Done, now, Attempts + 1);
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("platform_deliveries");
        builder.HasKey(d => new { d.EventId, d.Reaction });
        builder.Property(d => d.Status).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Reaction, d.DueAt }).HasFilter("status = 'Pending'");
        builder.HasIndex(d => new { d.Reaction, d.Subject, d.Sequence }).HasFilter("status in ('Pending', 'Dead')");
        builder.HasIndex(d => new { d.DueAt, d.EventId }).HasFilter("status = 'Dead'");
    }
}
