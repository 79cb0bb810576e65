using Emporium.Catalog.Contracts;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Carts;

/// <summary>One product in a cart, with the name and the price that the buyer saw: what is sold at checkout is today's offer, and a difference is shown.</summary>
internal sealed class CartLine
{
    public const int MostPieces = 100;

    public CartId CartId { get; init; }

    public ProductId ProductId { get; init; }

    public required string Title { get; init; }

    public int Quantity { get; private set; }

    public Money SeenPrice { get; private set; }

    public DateTimeOffset AddedAt { get; init; }

    /// <exception cref="Refusal"><c>cart.quantity_invalid</c>.</exception>
    public void Take(int quantity, Money price)
    {
        if (quantity is < 1 or > MostPieces)
            throw Refusal.Invalid("cart.quantity_invalid", $"A cart holds 1 to {MostPieces} of each product.", "quantity");
        (Quantity, SeenPrice) = (quantity, price);
    }
}

internal sealed class CartLineTable : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> builder)
    {
        builder.ToTable("sales_cart_lines");
        builder.HasKey(l => new { l.CartId, l.ProductId });
        builder.Property(l => l.ProductId).ValueGeneratedNever();
        builder.ComplexProperty(l => l.SeenPrice);
    }
}
