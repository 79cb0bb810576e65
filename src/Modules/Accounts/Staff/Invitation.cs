using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Staff;

/// <summary>A link that lets somebody make an account, once. There is one row for the first owner, whose link is replaced in place.</summary>
internal sealed class Invitation
{
    public const string FirstOwner = "first-owner";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, in hex: who reads the database cannot use the link.</summary>
    public string TokenHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <returns>The token of the new link, kept nowhere else.</returns>
    public string Renew(DateTimeOffset at)
    {
        var token = Secret.New();
        (TokenHash, CreatedAt, ExpiresAt, UsedAt) = (Secret.Hash(token), at, at + Valid, null);
        return token;
    }

    /// <exception cref="Refusal"><c>invitation.used</c>, <c>invitation.expired</c>.</exception>
    public void Check(DateTimeOffset at)
    {
        if (UsedAt is not null) throw Refusal.Gone("invitation.used", "This link was used. Sign in with the account that was made with it.");
        if (ExpiresAt <= at) throw Refusal.Gone("invitation.expired", "This link has expired. Restart the store: it prints a new one.");
    }

    public void Use(DateTimeOffset at)
    {
        Check(at);
        UsedAt = at;
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("accounts_invitations");
        builder.HasKey(i => i.Name);
        builder.Property(i => i.TokenHash).IsConcurrencyToken();
        builder.Property(i => i.UsedAt).IsConcurrencyToken();
    }
}
