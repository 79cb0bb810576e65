using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Mail;

public readonly record struct MailId(Guid Value) : IEntityId<MailId>
{
    public static string Prefix => "mai";

    public static MailId From(Guid value) => new(value);

    public static MailId Parse(string s, IFormatProvider? provider) => EntityId.Parse<MailId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out MailId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}

public enum MailStatus
{
    /// <summary>Waiting for the server.</summary>
    Queued,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>No server is configured: it stays here and can be read on the desk.</summary>
    Kept,

    /// <summary>The server refused it for good, or too often.</summary>
    Failed,
}

/// <summary>A letter in the outbox. Address, subject and text are sealed under the key of what the letter is about.</summary>
internal sealed class StoredMail
{
    public MailId Id { get; init; }

    public required string Kind { get; init; }

    public required string About { get; init; }

    public required string Key { get; init; }

    public required byte[] Letter { get; init; }

    public MailStatus Status { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class StoredMailTable : IEntityTypeConfiguration<StoredMail>
{
    public void Configure(EntityTypeBuilder<StoredMail> builder)
    {
        builder.ToTable("platform_mails");
        builder.Property(m => m.Status).IsConcurrencyToken();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.About);
        builder.HasIndex(m => new { m.CreatedAt, m.Id });
        builder.HasIndex(m => new { m.Status, m.CreatedAt, m.Id });
        builder.HasIndex(m => m.Status).HasFilter("status = 'Failed'");
        builder.HasIndex(m => m.DueAt).HasFilter("status = 'Queued'");
    }
}
