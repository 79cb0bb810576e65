using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.ApiKeys;

/// <summary>What a program signs in with, in the name of its maker: it may do what its scopes say, as far as its maker still may.</summary>
internal sealed class ApiKey
{
    public const int NameLength = 60;

    private ApiKey() { }

    /// <param name="text">The key itself, of which the hash is kept.</param>
    /// <exception cref="Refusal"><c>api_key.name_required</c>, <c>api_key.scopes_required</c>, <c>api_key.expiry_past</c>.</exception>
    public ApiKey(ApiKeyId id, string text, string? name, Grants scopes, StaffId maker, DateTimeOffset? expiresAt, DateTimeOffset at)
    {
        if (name?.Trim() is not { Length: > 0 and <= NameLength } given || given.Any(char.IsControl))
            throw Refusal.Invalid("api_key.name_required", $"Name the key after the program that uses it, in at most {NameLength} characters.", "name");
        if (scopes.Count == 0) throw Refusal.Invalid("api_key.scopes_required", "Choose at least one thing that the key may do.", "scopes");
        if (expiresAt <= at) throw Refusal.Invalid("api_key.expiry_past", "Choose a day to come.", "expires");

        (Id, Hash, Shown, Name, Scopes, MakerId, MadeAt, ExpiresAt) = (id, Secret.Hash(text), KeyText.Shown(text), given, RoleBook.Keep(scopes), maker, at, expiresAt);
    }

    public ApiKeyId Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>SHA-256, in hex: who reads the database has no key.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Its beginning and end, to recognize it by.</summary>
    public string Shown { get; private init; } = "";

    /// <summary>Names of permissions, separated by spaces.</summary>
    public string Scopes { get; private init; } = "";

    /// <summary>Null once the maker is no longer of the team; the key was revoked with them.</summary>
    public StaffId? MakerId { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>Null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>To within a few minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The key that took its place.</summary>
    public ApiKeyId? ReplacedBy { get; private set; }

    public bool IsValid(DateTimeOffset at) => RevokedAt is null && !(ExpiresAt <= at);

    /// <summary>A second time changes nothing.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    /// <summary>Another key takes over; this one stays valid until then, and no longer than it would have been.</summary>
    /// <exception cref="Refusal"><c>api_key.not_valid</c>.</exception>
    public void GiveWayTo(ApiKeyId next, DateTimeOffset until, DateTimeOffset at)
    {
        if (!IsValid(at) || ReplacedBy is not null) throw Refusal.Conflict("api_key.not_valid", "This key has ended, or was replaced already. Make a new one.");
        ReplacedBy = next;
        if (ExpiresAt is null || ExpiresAt > until) ExpiresAt = until;
    }
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("accounts_api_keys");
        builder.Property(k => k.RevokedAt).IsConcurrencyToken();
        builder.Property(k => k.ReplacedBy).IsConcurrencyToken();
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(k => k.MakerId).OnDelete(DeleteBehavior.SetNull);
    }
}
