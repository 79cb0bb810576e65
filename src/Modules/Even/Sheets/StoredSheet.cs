using Emporium.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Even.Sheets;

/// <summary>A customer's sheet as it is kept.</summary>
internal sealed class StoredSheet
{
    public CustomerId CustomerId { get; init; }

    /// <summary>A <see cref="Sheet"/> in JSON.</summary>
    public string Content { get; private set; } = "";

    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public void Replace(string content, DateTimeOffset at) => (Content, Version, ChangedAt) = (content, Version + 1, at);
}

internal sealed class StoredSheetTable : IEntityTypeConfiguration<StoredSheet>
{
    public void Configure(EntityTypeBuilder<StoredSheet> builder)
    {
        builder.ToTable("even_sheets");
        builder.HasKey(s => s.CustomerId);
        builder.Property(s => s.CustomerId).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
