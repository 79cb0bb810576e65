using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>
/// One version of a file that comes with a product. At most one of a series is current; the others, and what was taken out, stay,
/// archived: somebody may hold a link to them, and the merchant may want them back.
/// </summary>
internal sealed class Attachment : IPartOfProduct
{
    public ProductFileId Id { get; init; }

    public ProductId ProductId { get; init; }

    /// <summary>The id of the first version; all versions of a file share it.</summary>
    public ProductFileId Series { get; init; }

    /// <summary>Of the version in its series, from 1.</summary>
    public int Number { get; init; } = 1;

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Lower-case hex; the key in the file store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>What is new in it, in the merchant's words; buyers read it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Null for what was added before versions were kept.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>The name of whoever added it; null where the store did.</summary>
    public string? AddedBy { get; init; }

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
