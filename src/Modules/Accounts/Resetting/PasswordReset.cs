using Emporium.Accounts.Contracts;
using Emporium.Accounts.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Resetting;

/// <summary>A link to a new password. It works once and for an hour.</summary>
internal sealed class PasswordReset
{
    public static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    private PasswordReset() { }

    public PasswordReset(string token, StaffId member, DateTimeOffset at) => (TokenHash, StaffId, CreatedAt, ExpiresAt) = (Secret.Hash(token), member, at, at + Valid);

    /// <summary>SHA-256 of the token, in hex: who reads the database cannot use the link.</summary>
    public string TokenHash { get; private init; } = "";

    public StaffId StaffId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was used, or another one of the same member was.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <exception cref="Refusal"><c>reset.used</c>, <c>reset.expired</c>.</exception>
    public void Check(DateTimeOffset at)
    {
        if (UsedAt is not null) throw Refusal.Gone("reset.used", "This link was used, or a newer one was. Sign in with your new password, or ask for another link.");
        if (ExpiresAt <= at) throw Refusal.Gone("reset.expired", "This link was good for an hour. Ask for another one at the sign-in.");
    }

    public void Close(DateTimeOffset at) => UsedAt ??= at;
}

internal sealed class PasswordResetTable : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("accounts_password_resets");
        builder.HasKey(r => r.TokenHash);
        builder.Property(r => r.UsedAt).IsConcurrencyToken();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId);
        builder.HasIndex(r => new { r.StaffId, r.CreatedAt });
        builder.HasIndex(r => r.ExpiresAt);
    }
}
