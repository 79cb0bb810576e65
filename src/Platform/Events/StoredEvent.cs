using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Events;

/// <summary>The envelope of a fact. Whoever exports or forwards facts reads this and needs to know no fact's type.</summary>
internal sealed class StoredEvent
{
    public EventId Id { get; init; }

    public required string Type { get; init; }

    public int Version { get; init; }

    public required string Subject { get; init; }

    public long Sequence { get; init; }

    public Book Book { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public required string Data { get; init; }

    public Occurrence Occurrence => new(Id, Subject, Sequence, Book, OccurredAt);

    public EventEnvelope Envelope => new(Id, Type, Version, Subject, Sequence, Book, OccurredAt, Data);
}

internal sealed class StoredEventTable : IEntityTypeConfiguration<StoredEvent>
{
    public void Configure(EntityTypeBuilder<StoredEvent> builder)
    {
        builder.ToTable("platform_events");
        builder.Ignore(e => e.Occurrence);
        builder.Ignore(e => e.Envelope);
        builder.Property(e => e.Data).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.Subject, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.OccurredAt, e.Id });
        builder.HasIndex(e => new { e.Type, e.OccurredAt, e.Id });
    }
}
