using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Staff;

/// <summary>Somebody who works at the desk.</summary>
internal sealed class StaffMember
{
    public const int NameLength = 100;

    private StaffMember() { }

    public StaffMember(StaffId id, EmailAddress address, string name, RoleChoice role, DateTimeOffset at) =>
        (Id, Email, EmailKey, Name, Role, RoleId, CreatedAt) = (id, address.Written, address.Key, name, role.Kind, role.Custom, at);

    public StaffId Id { get; private init; }

    public string Email { get; private init; } = "";

    public string EmailKey { get; private init; } = "";

    public string Name { get; set; } = "";

    public StaffRole Role { get; private set; }

    /// <summary>Which one, for <see cref="StaffRole.Custom"/> alone.</summary>
    public RoleId? RoleId { get; private set; }

    public StaffStatus Status { get; private set; }

    /// <summary>Changes with role and status.</summary>
    public int Version { get; private set; }

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with the password; sessions and known browsers of an older stamp are over.</summary>
    public string SecurityStamp { get; set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? LastSignInAt { get; private init; }

    /// <summary>Attempts from unknown browsers since the last success.</summary>
    public int FailedSignIns { get; private init; }

    /// <summary>Until when unknown browsers are not let in; null for not at all.</summary>
    public DateTimeOffset? LockedUntil { get; private init; }

    public RoleChoice Holds => new(Role, RoleId);

    /// <summary>Owns the store and can act on it.</summary>
    public bool IsActingOwner => Role is StaffRole.Owner && Status is StaffStatus.Active;

    public void Take(RoleChoice role)
    {
        (Role, RoleId) = (role.Kind, role.Custom);
        Version++;
    }

    public void Become(StaffStatus status)
    {
        Status = status;
        Version++;
    }

    /// <summary>Takes part in a change that depends on this member staying as they are: two such changes at once collide, and one looks again.</summary>
    public void Witness() => Version++;
}

internal sealed class StaffTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("accounts_staff");
        builder.Ignore(m => m.Holds).Ignore(m => m.IsActingOwner);
        builder.Property(m => m.Status).IsConcurrencyToken();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasOne<Role>().WithMany().HasForeignKey(m => m.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.EmailKey).IsUnique();
    }
}
