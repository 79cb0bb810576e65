using Emporium.Ledger.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Ledger.Journal;

/// <summary>A debit (positive) or a credit (negative) of one account. Book and moment are repeated from the entry, so that an account is summed from one index.</summary>
internal sealed class LedgerLine
{
    private LedgerLine() { }

    public LedgerEntryId EntryId { get; private init; }

    public int Position { get; private init; }

    public Book Book { get; private init; }

    public required string Code { get; init; }

    public required string Owner { get; init; }

    public required string Currency { get; init; }

    public long Minor { get; private init; }

    public DateTimeOffset PostedAt { get; private init; }

    public static LedgerLine Of(LedgerEntryId entry, int position, Book book, JournalLine line, DateTimeOffset postedAt) => new()
    {
        EntryId = entry,
        Position = position,
        Book = book,
        Code = line.Account.Code,
        Owner = line.Account.Owner,
        Currency = line.Amount.Currency,
        Minor = line.Amount.Minor,
        PostedAt = postedAt,
    };

    public JournalLine Show() => new(new Account(Code, Owner), new Money(Minor, Currency));
}

internal sealed class LedgerLineTable : IEntityTypeConfiguration<LedgerLine>
{
    public void Configure(EntityTypeBuilder<LedgerLine> builder)
    {
        builder.ToTable("ledger_lines");
        builder.HasKey(l => new { l.EntryId, l.Position });
        builder.HasIndex(l => new { l.Book, l.Code, l.Owner, l.Currency, l.PostedAt });
        builder.HasIndex(l => new { l.Book, l.PostedAt });
    }
}
