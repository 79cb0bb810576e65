using Emporium.Accounts.Contracts;
using Emporium.Accounts.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.SecondFactors;

/// <summary>One of the codes on the sheet of paper, for when the phone is gone. It opens once.</summary>
internal sealed class RecoveryCode
{
    public required StaffId StaffId { get; init; }

    /// <summary>HMAC-SHA256 under the master key, in hex: who reads the database cannot try codes against it.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("accounts_recovery_codes");
        builder.HasKey(c => new { c.StaffId, c.Hash });
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId);
    }
}
