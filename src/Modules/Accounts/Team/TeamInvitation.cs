using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Team;

/// <summary>A link by which one person joins the team with one role. It is deleted when it was used or withdrawn: what is left is the member.</summary>
internal sealed class TeamInvitation
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    private TeamInvitation() { }

    public TeamInvitation(InvitationId id, EmailAddress address, RoleChoice role, StaffId by, DateTimeOffset at) =>
        (Id, Email, EmailKey, Role, RoleId, InvitedBy, CreatedAt) = (id, address.Written, address.Key, role.Kind, role.Custom, by, at);

    public InvitationId Id { get; private init; }

    public string Email { get; private init; } = "";

    public string EmailKey { get; private init; } = "";

    public StaffRole Role { get; private init; }

    public RoleId? RoleId { get; private init; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>Null once they are no longer of the team.</summary>
    public StaffId? InvitedBy { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public RoleChoice Holds => new(Role, RoleId);

    /// <returns>The token of the new link, kept nowhere else. The link before opens nothing any more.</returns>
    public string Renew(DateTimeOffset at)
    {
        var token = Secret.New();
        (TokenHash, SentAt, ExpiresAt) = (Secret.Hash(token), at, at + Valid);
        return token;
    }

    /// <exception cref="Refusal"><c>invitation.expired</c>.</exception>
    public void Check(DateTimeOffset at)
    {
        if (ExpiresAt <= at) throw Refusal.Gone("invitation.expired", "This link has expired. Ask whoever invited you to send it again.");
    }
}

internal sealed class TeamInvitationTable : IEntityTypeConfiguration<TeamInvitation>
{
    public void Configure(EntityTypeBuilder<TeamInvitation> builder)
    {
        builder.ToTable("accounts_team_invitations");
        builder.Ignore(i => i.Holds);
        builder.Property(i => i.TokenHash).IsConcurrencyToken();
        builder.HasIndex(i => i.EmailKey).IsUnique();
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasOne<Role>().WithMany().HasForeignKey(i => i.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(i => i.InvitedBy).OnDelete(DeleteBehavior.SetNull);
    }
}
