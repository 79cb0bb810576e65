using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Ledger.Balances;

/// <summary>What an account held at a moment; what it holds now is this and the lines after. All snapshots stand at the same moment.</summary>
internal sealed class Snapshot
{
    public Book Book { get; init; }

    public required string Code { get; init; }

    /// <summary>Empty for an account per document: those are too many to keep, so one row holds the sum of all of them.</summary>
    public required string Owner { get; init; }

    public required string Currency { get; init; }

    public long Debits { get; set; }

    /// <summary>Not negative.</summary>
    public long Credits { get; set; }

    /// <summary>The lines posted up to here are in it.</summary>
    public DateTimeOffset Until { get; set; }
}

internal sealed class SnapshotTable : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("ledger_snapshots");
        builder.HasKey(s => new { s.Book, s.Code, s.Owner, s.Currency });
        builder.Property(s => s.Until).IsConcurrencyToken();
    }
}
