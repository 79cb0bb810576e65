using Emporium.Accounts.Contracts;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Accounts.Consents;

/// <summary>Where a consent stands.</summary>
internal enum ConsentStatus
{
    /// <summary>Somebody typed the address; its owner has not confirmed. Nothing may be sent but that one question.</summary>
    Asked,
    Given,
    Withdrawn,
}

/// <summary>
/// One time that a person agreed to something, with the proof: which words stood where, when they were asked, when they confirmed it from
/// their own mailbox, and when and how it ended (GDPR article 7.1). Who agrees again gets a new one, so that the old ones are history.
/// </summary>
internal sealed class Consent : ISubject
{
    public const string Newsletter = "newsletter";
    private const int LongestPage = 200;

    private Consent() { }

    public ConsentId Id { get; private init; }

    public string Purpose { get; private init; } = "";

    public Book Book { get; private init; }

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    public ConsentStatus Status { get; private set; }

    /// <summary>What was promised, word for word as it was shown.</summary>
    public string Wording { get; private set; } = "";

    public int WordingVersion { get; private set; }

    /// <summary>The path of the page on which it was shown.</summary>
    public string Page { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it ended: <c>link</c>, <c>one-click</c>, <c>account</c> or <c>erased</c>.</summary>
    public string? EndedBy { get; private set; }

    public long LastEvent { get; set; }

    public string Subject => Id.ToString();

    public static Consent Ask(ConsentId id, string purpose, Book book, EmailAddress address, NewsletterSettings terms, string page, DateTimeOffset at)
    {
        var consent = new Consent { Id = id, Purpose = purpose, Book = book, Email = address.Written, EmailKey = address.Key };
        consent.AskAgain(terms, page, at);
        return consent;
    }

    /// <summary>The words that count are the last ones shown before it was confirmed.</summary>
    public void AskAgain(NewsletterSettings terms, string page, DateTimeOffset at) =>
        (Wording, WordingVersion, Page, AskedAt) = (terms.Wording, terms.Version, page[..Math.Min(page.Length, LongestPage)], at);

    /// <returns>False when it was given before, or ended.</returns>
    public bool Confirm(DateTimeOffset at)
    {
        if (Status is not ConsentStatus.Asked) return false;
        (Status, ConfirmedAt) = (ConsentStatus.Given, at);
        return true;
    }

    /// <returns>False when it had ended.</returns>
    public bool End(string by, DateTimeOffset at)
    {
        if (Status is ConsentStatus.Withdrawn) return false;
        (Status, EndedAt, EndedBy) = (ConsentStatus.Withdrawn, at, by);
        return true;
    }

    public void Move(EmailAddress address) => (Email, EmailKey) = (address.Written, address.Key);

    /// <summary>The proof that somebody agreed stays, without saying who.</summary>
    public void Forget(DateTimeOffset at)
    {
        End("erased", at);
        (Email, EmailKey) = ("", $"erased {Id}");
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("accounts_consents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Status).IsConcurrencyToken();
        builder.Ignore(c => c.Subject);
        builder.HasIndex(c => c.EmailKey);
        builder.HasIndex(c => new { c.Purpose, c.EmailKey }).IsUnique().HasFilter("status <> 'Withdrawn'");
        builder.HasIndex(c => new { c.AskedAt, c.Id });
        builder.HasIndex(c => new { c.Status, c.AskedAt, c.Id });
    }
}
