using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Passkeys;

/// <summary>The public half of a passkey. The other half never leaves its owner's device or password manager.</summary>
internal sealed class Passkey
{
    public const int NameLength = 60;

    /// <summary>The authenticator's own id, base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>Whom it signs in, as prefixed id: <c>stf_…</c> or <c>cus_…</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>COSE key (RFC 9052 §7).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>As the authenticator told last; a lower one later means that the key was copied (WebAuthn §6.1.1).</summary>
    public long SignCount { get; set; }

    /// <summary>How the browser reaches it, comma-separated.</summary>
    public string Transports { get; init; } = "";

    public bool IsBackupEligible { get; init; }

    /// <summary>Kept in several places, such as a password manager's cloud.</summary>
    public bool IsBackedUp { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>A name as it is kept; null where nothing was typed.</summary>
    public static string? NameOf(string? typed) => typed?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, NameLength)] : null;
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("accounts_passkeys");
        builder.HasKey(p => p.CredentialId);
        builder.HasIndex(p => p.Holder);
    }
}
