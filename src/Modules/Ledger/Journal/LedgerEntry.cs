using Emporium.Ledger.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Ledger.Journal;

/// <summary>One thing that happened to money. Written once, never changed: a mistake is corrected by another entry.</summary>
internal sealed class LedgerEntry
{
    private LedgerEntry() { }

    public LedgerEntryId Id { get; private init; }

    public Book Book { get; private init; }

    public required string Kind { get; init; }

    public required string Reference { get; init; }

    public required string Key { get; init; }

    /// <summary>When it happened, by the account of whoever posted it.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When it was written into the books; balances and the journal go by this.</summary>
    public DateTimeOffset PostedAt { get; private init; }

    public List<LedgerLine> Lines { get; private init; } = [];

    /// <exception cref="InvalidOperationException">The lines do not balance.</exception>
    public static LedgerEntry Of(JournalEntry entry, TimeProvider clock)
    {
        Demand(entry);
        var (id, now) = (LedgerEntryId.New(clock), clock.Now);
        return new LedgerEntry
        {
            Id = id,
            Book = entry.Book,
            Kind = entry.Kind,
            Reference = entry.Reference,
            Key = entry.Key,
            At = entry.At,
            PostedAt = now,
            Lines = [.. entry.Lines.Select((line, position) => LedgerLine.Of(id, position, entry.Book, line, now))],
        };
    }

    public JournalEntry Show() => new(Book, Kind, Reference, Key, At, [.. Lines.OrderBy(l => l.Position).Select(l => l.Show())]);

    private static void Demand(JournalEntry entry)
    {
        if (entry.Lines.Count == 0) throw new InvalidOperationException($"The entry {entry.Key} has no lines.");
        foreach (var currency in entry.Lines.GroupBy(l => l.Amount.Currency))
        {
            var sum = currency.Aggregate(Money.Zero(currency.Key), (total, line) => total + line.Amount);
            if (!sum.IsZero) throw new InvalidOperationException($"The entry {entry.Key} is out of balance by {sum}.");
        }
    }
}

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.EntryId);
        builder.HasIndex(e => e.Key).IsUnique();
        builder.HasIndex(e => e.Reference);
        builder.HasIndex(e => new { e.Book, e.PostedAt, e.Id });
    }
}
