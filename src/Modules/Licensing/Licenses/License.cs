using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Licensing.Contracts;
using Emporium.Licensing.Keys;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Licensing.Licenses;

/// <summary>
/// The key of one piece that was bought. It is found by its hash and shown to its buyer from a copy sealed under the customer. Each
/// transition says whether it changed anything, so that a repeat raises no second fact.
/// </summary>
internal sealed class License : ISubject
{
    public LicenseId Id { get; private init; }

    public Book Book { get; private init; }

    public OrderId OrderId { get; private init; }

    public OrderLineId LineId { get; private init; }

    /// <summary>From 1, within the line.</summary>
    public int Ordinal { get; private init; }

    public ProductId ProductId { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public string KeyHash { get; private init; } = "";

    public byte[] SealedKey { get; private init; } = [];

    /// <summary>The key's last four characters.</summary>
    public string Hint { get; private init; } = "";

    public LicenseStatus Status { get; private set; }

    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>When it was suspended or revoked; null while it is good.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why, in words that the buyer may read.</summary>
    public string? Reason { get; private set; }

    public long LastEvent { get; set; }

    public string Subject => Id.ToString();

    public static License Issue(LicenseId id, OrderPaid paid, OrderPaid.Line line, int ordinal, LicenseKey key, byte[] sealedKey, Occurrence at) => new()
    {
        Id = id,
        Book = at.Book,
        OrderId = paid.Order,
        LineId = line.Id,
        Ordinal = ordinal,
        ProductId = line.Product,
        CustomerId = paid.Customer,
        KeyHash = key.Hash,
        SealedKey = sealedKey,
        Hint = key.Hint,
        IssuedAt = at.At,
    };

    public bool Suspend(string reason, DateTimeOffset at) => Status is LicenseStatus.Active && Close(LicenseStatus.Suspended, reason, at);

    public bool Revoke(string reason, DateTimeOffset at) => Status is not LicenseStatus.Revoked && Close(LicenseStatus.Revoked, reason, at);

    public bool Restore()
    {
        if (Status is LicenseStatus.Active) return false;
        (Status, Reason, EndedAt) = (LicenseStatus.Active, null, null);
        return true;
    }

    private bool Close(LicenseStatus status, string reason, DateTimeOffset at)
    {
        (Status, Reason, EndedAt) = (status, reason, at);
        return true;
    }
}

internal sealed class LicenseTable : IEntityTypeConfiguration<License>
{
    public void Configure(EntityTypeBuilder<License> builder)
    {
        builder.ToTable("licensing_licenses");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Status).IsConcurrencyToken();
        builder.Ignore(l => l.Subject);
        builder.HasIndex(l => new { l.LineId, l.Ordinal }).IsUnique();
        builder.HasIndex(l => l.KeyHash).IsUnique();
        builder.HasIndex(l => l.OrderId);
        builder.HasIndex(l => l.CustomerId);
        builder.HasIndex(l => new { l.IssuedAt, l.Id });
        builder.HasIndex(l => new { l.Status, l.IssuedAt, l.Id });
        builder.HasIndex(l => new { l.ProductId, l.IssuedAt, l.Id });
    }
}
