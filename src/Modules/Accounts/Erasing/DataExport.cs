using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Erasing;

/// <summary>A copy of everything that the store knows of a person (GDPR articles 15 and 20): a ZIP, sealed under its own key and gone after a week.</summary>
internal sealed class DataExport : ISubject
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private DataExport() { }

    public DataExportId Id { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public Book Book { get; private init; }

    /// <summary><c>customer</c>, or the id of one of the staff.</summary>
    public string AskedBy { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? ReadyAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>The sealed ZIP; null until it is made.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>Of the ZIP, in bytes.</summary>
    public long? Size { get; private set; }

    public long LastEvent { get; set; }

    public string Subject => Id.ToString();

    public static DataExport Ask(DataExportId id, CustomerId customer, Book book, string by, DateTimeOffset at) =>
        new() { Id = id, CustomerId = customer, Book = book, AskedBy = by, AskedAt = at, ExpiresAt = at + Kept };

    public void Finish(byte[] content, long size, DateTimeOffset at) => (Content, Size, ReadyAt) = (content, size, at);
}

internal sealed class DataExportTable : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.ToTable("accounts_data_exports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Subject);
        builder.HasOne<CustomerAccount>().WithMany().HasForeignKey(e => e.CustomerId);
        builder.HasIndex(e => new { e.CustomerId, e.AskedAt });
        builder.HasIndex(e => e.ExpiresAt);
    }
}
