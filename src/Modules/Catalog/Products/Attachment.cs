using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>A file that comes with a product. One that was taken out stays, archived: somebody may hold a link to it.</summary>
internal sealed class Attachment : IPartOfProduct
{
    public ProductFileId Id { get; init; }

    public ProductId ProductId { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Lower-case hex; the key in the file store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Position { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("catalog_product_files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.ProductId);
    }
}
