using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Uploads;

/// <summary>An upload that has begun. How much of it arrived is the length of its file in the staging folder and stands nowhere else, so the two cannot differ.</summary>
internal sealed class PendingUpload
{
    public UploadId Id { get; init; }

    /// <summary>The id of whoever began it; nobody else may go on with it.</summary>
    public required string Owner { get; init; }

    /// <summary>What it is for, where that was said.</summary>
    public ProductId? ProductId { get; init; }

    public required string Name { get; init; }

    /// <summary>The <c>Upload-Metadata</c> header, word for word.</summary>
    public required string Metadata { get; init; }

    /// <summary>Of the whole, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Of the whole, lower-case hex; known once everything arrived and was taken.</summary>
    public string? Sha256 { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is thrown away if nothing more arrives.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class PendingUploadTable : IEntityTypeConfiguration<PendingUpload>
{
    public void Configure(EntityTypeBuilder<PendingUpload> builder)
    {
        builder.ToTable("catalog_uploads");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => new { u.Owner, u.Id });
        builder.HasIndex(u => u.ExpiresAt);
    }
}
