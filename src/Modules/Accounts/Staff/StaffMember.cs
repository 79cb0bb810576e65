using Emporium.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Staff;

/// <summary>What a member of the staff may do.</summary>
internal enum StaffRole
{
    /// <summary>Everything.</summary>
    Owner,
}

/// <summary>Somebody who works at the desk.</summary>
internal sealed class StaffMember
{
    public const int NameLength = 100;

    private StaffMember() { }

    public StaffMember(StaffId id, EmailAddress address, string name, StaffRole role, DateTimeOffset at) =>
        (Id, Email, EmailKey, Name, Role, CreatedAt) = (id, address.Written, address.Key, name, role, at);

    public StaffId Id { get; private init; }

    public string Email { get; private init; } = "";

    public string EmailKey { get; private init; } = "";

    public string Name { get; private init; } = "";

    public StaffRole Role { get; private init; }

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with the password; sessions and known browsers of an older stamp are over.</summary>
    public string SecurityStamp { get; set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? LastSignInAt { get; private init; }

    /// <summary>Attempts from unknown browsers since the last success.</summary>
    public int FailedSignIns { get; private init; }

    /// <summary>Until when unknown browsers are not let in; null for not at all.</summary>
    public DateTimeOffset? LockedUntil { get; private init; }
}

internal sealed class StaffTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("accounts_staff");
        builder.HasIndex(m => m.EmailKey).IsUnique();
    }
}
