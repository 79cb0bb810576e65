using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>What somebody of the staff wants the others to know about a customer. The customer sees it in the copy of their data.</summary>
internal sealed class CustomerNote
{
    public const int Longest = 2_000;

    public CustomerNoteId Id { get; init; }

    public CustomerId CustomerId { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The name of who wrote it.</summary>
    public string WrittenBy { get; init; } = "";

    public DateTimeOffset WrittenAt { get; init; }
}

internal sealed class CustomerNoteTable : IEntityTypeConfiguration<CustomerNote>
{
    public void Configure(EntityTypeBuilder<CustomerNote> builder)
    {
        builder.ToTable("accounts_customer_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasOne<CustomerAccount>().WithMany().HasForeignKey(n => n.CustomerId);
        builder.HasIndex(n => new { n.CustomerId, n.WrittenAt });
    }
}
