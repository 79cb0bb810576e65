using Emporium.Accounts.Contracts;
using Emporium.Accounts.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.SigningIn;

/// <summary>One browser in which a member of the staff is signed in. The cookie is only a reference to it, so that ending it here ends it everywhere.</summary>
internal sealed class Session
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private const int UserAgentLength = 200;

    private Session() { }

    public Session(string secret, StaffMember staff, Caller caller, DateTimeOffset at)
    {
        (Id, StaffId, SecurityStamp) = (Secret.Hash(secret), staff.Id, staff.SecurityStamp);
        (CreatedAt, LastSeenAt, ProvedAt, ExpiresAt) = (at, at, at, at + Longest);
        (FirstAddress, LastAddress) = (caller.Address, caller.Address);
        UserAgent = caller.UserAgent[..Math.Min(caller.UserAgent.Length, UserAgentLength)];
    }

    /// <summary>The hash of the secret that the cookie carries.</summary>
    public string Id { get; private init; } = "";

    public StaffId StaffId { get; private init; }

    /// <summary>The account's stamp at the sign-in: a changed password ends the session.</summary>
    public string SecurityStamp { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>What the browser calls itself, so that a person can recognize it.</summary>
    public string UserAgent { get; private init; } = "";

    /// <summary>Where it was begun; null where that was before addresses were kept.</summary>
    public string? FirstAddress { get; private init; }

    public string? LastAddress { get; private init; }

    /// <summary>When its holder last proved to sit there: by signing in, or when they were asked again.</summary>
    public DateTimeOffset? ProvedAt { get; private init; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("accounts_sessions");
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId);
        builder.HasIndex(s => s.ExpiresAt);
    }
}
