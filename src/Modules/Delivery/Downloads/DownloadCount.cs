using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Delivery.Downloads;

/// <summary>How often a file was downloaded on one purchase. The row is the guard of the limit: it only counts up while there is room.</summary>
internal sealed class DownloadCount
{
    public EntitlementId EntitlementId { get; init; }

    public ProductFileId FileId { get; init; }

    public int Used { get; init; }
}

internal sealed class DownloadCountTable : IEntityTypeConfiguration<DownloadCount>
{
    public void Configure(EntityTypeBuilder<DownloadCount> builder)
    {
        builder.ToTable("delivery_download_counts");
        builder.HasKey(c => new { c.EntitlementId, c.FileId });
    }
}
