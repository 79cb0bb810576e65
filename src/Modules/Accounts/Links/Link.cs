using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Visiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Links;

/// <summary>What a link from a letter does once it is confirmed.</summary>
internal enum LinkPurpose
{
    SignIn,

    /// <summary>Proves that the customer reads their new address.</summary>
    ChangeEmail,

    /// <summary>Proves that it is the customer who wants to be forgotten.</summary>
    Erase,
}

/// <summary>
/// A link that works once, for a short time, in the browser that asked for it, and elsewhere after a question. Looking at it uses nothing
/// up: mail programs look at every link.
/// </summary>
internal sealed class Link
{
    public static readonly TimeSpan SignInValidity = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan OtherValidity = TimeSpan.FromHours(24);

    /// <summary>The hash of the secret that the letter carries.</summary>
    public string Id { get; private init; } = "";

    public LinkPurpose Purpose { get; private init; }

    public CustomerId CustomerId { get; private init; }

    /// <summary>The hash of what the asking browser keeps in a cookie; null where the staff sent the link.</summary>
    public string? Browser { get; private init; }

    public string UserAgent { get; private init; } = "";

    /// <summary>The new address, where the link changes it.</summary>
    public string? Email { get; private init; }

    /// <summary>A path of this store, where to go once signed in.</summary>
    public string? ReturnUrl { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private init; }

    public static Link New(string secret, LinkPurpose purpose, CustomerId customer, Asker asker, string? email, DateTimeOffset at) => new()
    {
        Id = Secret.Hash(secret),
        Purpose = purpose,
        CustomerId = customer,
        Browser = asker.Browser,
        UserAgent = CustomerSession.Shorten(asker.UserAgent),
        Email = email,
        ReturnUrl = asker.ReturnUrl,
        AskedAt = at,
        ExpiresAt = at + (purpose is LinkPurpose.SignIn ? SignInValidity : OtherValidity),
    };
}

/// <summary>Who asked for a link.</summary>
/// <param name="Browser">The hash of what their browser keeps; null for the staff, whose browser is not the reader's.</param>
internal sealed record Asker(string? Browser, string UserAgent, string? ReturnUrl = null);

internal sealed class LinkTable : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.ToTable("accounts_links");
        builder.HasOne<CustomerAccount>().WithMany().HasForeignKey(l => l.CustomerId);
        builder.HasIndex(l => new { l.CustomerId, l.AskedAt });
        builder.HasIndex(l => l.ExpiresAt);
    }
}
