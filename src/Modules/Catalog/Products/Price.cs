using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>What a product costs in one currency.</summary>
internal sealed class Price : IPartOfProduct
{
    public ProductId ProductId { get; init; }

    public required string Currency { get; init; }

    public long AmountMinor { get; set; }
}

internal sealed class PriceTable : IEntityTypeConfiguration<Price>
{
    public void Configure(EntityTypeBuilder<Price> builder)
    {
        builder.ToTable("catalog_prices");
        builder.HasKey(p => new { p.ProductId, p.Currency });
        builder.HasIndex(p => p.Currency);
    }
}
