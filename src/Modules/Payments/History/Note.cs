using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Payments.History;

/// <summary>Something about a payment that no other row tells: a declined try, a warning, an amount that differs.</summary>
internal sealed class Note
{
    public NoteId Id { get; private init; }

    public required string Reference { get; init; }

    /// <summary>Unique, so that hearing of it twice is one note.</summary>
    public required string Key { get; init; }

    public DateTimeOffset At { get; private init; }

    /// <summary><c>neutral</c>, <c>good</c>, <c>warning</c> or <c>bad</c>.</summary>
    public required string Tone { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; private init; }

    public static Note Of(TimeProvider clock, string reference, string key, string tone, string title, string? detail) =>
        new() { Id = NoteId.New(clock), Reference = reference, Key = key, At = clock.Now, Tone = tone, Title = title, Detail = detail };
}

internal readonly record struct NoteId(Guid Value) : IEntityId<NoteId>
{
    public static string Prefix => "nte";

    public static NoteId From(Guid value) => new(value);

    public static NoteId Parse(string s, IFormatProvider? provider) => EntityId.Parse<NoteId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out NoteId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("payments_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasIndex(n => n.Reference);
    }
}
