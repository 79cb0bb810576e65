using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Erasing;

/// <summary>Where a request to be forgotten stands.</summary>
internal enum ErasureStatus
{
    /// <summary>It will be done when it is due; until then it can be undone.</summary>
    Scheduled,
    Canceled,
    Done,
}

/// <summary>A request to be forgotten. Once done it is the proof of it: who it was is not in it, only the id that orders carry.</summary>
internal sealed class Erasure : ISubject
{
    private Erasure() { }

    public ErasureId Id { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public Book Book { get; private init; }

    public ErasureStatus Status { get; private set; }

    /// <summary><c>customer</c>, or the id of one of the staff.</summary>
    public string AskedBy { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it could not be done when it was due; it is tried again each day.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Which modules erased what they knew.</summary>
    public string? Modules { get; private set; }

    public long LastEvent { get; set; }

    public string Subject => Id.ToString();

    public static Erasure Schedule(ErasureId id, CustomerId customer, Book book, string by, DateTimeOffset at, TimeSpan grace) =>
        new() { Id = id, CustomerId = customer, Book = book, AskedBy = by, AskedAt = at, DueAt = at + grace };

    /// <exception cref="Refusal"><c>erasure.over</c>.</exception>
    public void Cancel(DateTimeOffset at)
    {
        if (Status is not ErasureStatus.Scheduled) throw Refusal.Conflict("erasure.over", "This was done or undone before.");
        (Status, EndedAt) = (ErasureStatus.Canceled, at);
    }

    public void Postpone(string obstacle, DateTimeOffset until) => (Obstacle, DueAt) = (obstacle, until);

    public void Complete(IEnumerable<string> modules, DateTimeOffset at) =>
        (Status, EndedAt, Obstacle, Modules) = (ErasureStatus.Done, at, null, string.Join(", ", modules));
}

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("accounts_erasures");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Status).IsConcurrencyToken();
        builder.Ignore(e => e.Subject);
        builder.HasOne<CustomerAccount>().WithMany().HasForeignKey(e => e.CustomerId);
        builder.HasIndex(e => e.DueAt).HasFilter("status = 'Scheduled'");
        builder.HasIndex(e => e.EndedAt).HasFilter("status = 'Done'");
    }
}
