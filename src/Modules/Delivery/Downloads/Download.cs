using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Delivery.Downloads;

/// <summary>
/// A download that was counted. Keeps the file as it was when it was asked for, so that an interrupted transfer goes on with the same
/// bytes though the seller has replaced the file meanwhile.
/// </summary>
internal sealed class Download
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    public DownloadId Id { get; private init; }

    public EntitlementId EntitlementId { get; private init; }

    public ProductFileId FileId { get; private init; }

    public string FileName { get; private init; } = "";

    public string MediaType { get; private init; } = "";

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When the first bytes were asked for; null until then.</summary>
    public DateTimeOffset? StartedAt { get; private init; }

    public static Download Of(ProductFile file, EntitlementId entitlement, TimeProvider clock) => new()
    {
        Id = DownloadId.New(clock),
        EntitlementId = entitlement,
        FileId = file.Id,
        FileName = file.Name,
        MediaType = file.MediaType,
        Sha256 = file.Sha256,
        Size = file.Size,
        CreatedAt = clock.Now,
        ExpiresAt = clock.Now + Validity,
    };
}

internal sealed class DownloadTable : IEntityTypeConfiguration<Download>
{
    public void Configure(EntityTypeBuilder<Download> builder)
    {
        builder.ToTable("delivery_downloads");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.EntitlementId, d.FileId });
    }
}
