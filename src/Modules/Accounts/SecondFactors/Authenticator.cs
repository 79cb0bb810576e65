using Emporium.Accounts.Contracts;
using Emporium.Accounts.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.SecondFactors;

/// <summary>The app that makes codes for a member of the staff.</summary>
internal sealed class Authenticator
{
    public required StaffId StaffId { get; init; }

    /// <summary>Sealed under the member's own key in the vault.</summary>
    public required byte[] Secret { get; set; }

    /// <summary>The last step whose code was taken: it and those before it open nothing any more.</summary>
    public required long LastStep { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}

internal sealed class AuthenticatorTable : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("accounts_authenticators");
        builder.HasKey(a => a.StaffId);
        builder.HasOne<StaffMember>().WithOne().HasForeignKey<Authenticator>(a => a.StaffId);
    }
}
