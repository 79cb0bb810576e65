using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Visiting;

/// <summary>One browser in which a customer is signed in. The cookie is only a reference to it, so that ending it here ends every copy.</summary>
internal sealed class CustomerSession
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>How long after its beginning it proves who sits there.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private const int UserAgentLength = 200;

    private CustomerSession() { }

    public CustomerSession(string secret, CustomerId customer, string userAgent, DateTimeOffset at) =>
        (Id, CustomerId, CreatedAt, LastSeenAt, ExpiresAt, UserAgent) = (Secret.Hash(secret), customer, at, at, at + Longest, Shorten(userAgent));

    /// <summary>The hash of the secret that the cookie carries.</summary>
    public string Id { get; private init; } = "";

    public CustomerId CustomerId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>What the browser calls itself, so that a person can recognize it.</summary>
    public string UserAgent { get; private init; } = "";

    public static string Shorten(string userAgent) => userAgent[..Math.Min(userAgent.Length, UserAgentLength)];
}

internal sealed class CustomerSessionTable : IEntityTypeConfiguration<CustomerSession>
{
    public void Configure(EntityTypeBuilder<CustomerSession> builder)
    {
        builder.ToTable("accounts_customer_sessions");
        builder.HasOne<CustomerAccount>().WithMany().HasForeignKey(s => s.CustomerId);
        builder.HasIndex(s => s.ExpiresAt);
    }
}
