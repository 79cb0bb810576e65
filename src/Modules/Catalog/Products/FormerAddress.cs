using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>
/// An address that a product had while it was for sale: whoever follows it is led to the product's address of today. It names the
/// product and not the next address, so however often a product moves, one step leads there and no two can lead in a circle.
/// </summary>
internal sealed class FormerAddress
{
    public required string Slug { get; init; }

    public ProductId ProductId { get; init; }

    public DateTimeOffset LeftAt { get; init; }
}

internal sealed class FormerAddressTable : IEntityTypeConfiguration<FormerAddress>
{
    public void Configure(EntityTypeBuilder<FormerAddress> builder)
    {
        builder.ToTable("catalog_addresses");
        builder.HasKey(a => a.Slug);
        builder.HasIndex(a => a.ProductId);
        builder.HasOne<Product>().WithMany().HasForeignKey(a => a.ProductId);
    }
}
