using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Orders;

/// <summary>What a row of a line stands for.</summary>
internal enum AdjustmentKind
{
    Price,
    Discount,
    Tax,
}

/// <summary>One step from the offer to what a line costs, and why. The amounts of a line's rows sum to its total.</summary>
internal sealed class Adjustment
{
    public OrderLineId LineId { get; init; }

    public int Position { get; init; }

    public AdjustmentKind Kind { get; init; }

    /// <summary>Who said so: <c>catalog</c>, <c>tax:PT</c>, later a promotion's code.</summary>
    public required string Source { get; init; }

    public int? RateBasisPoints { get; init; }

    /// <summary>What the amount was taken from: the offered price, or the price without tax.</summary>
    public Money Base { get; init; }

    public Money Amount { get; init; }

    /// <summary>The dated rule that decided, for the invoice and the audit.</summary>
    public string? Rule { get; init; }
}

internal sealed class AdjustmentTable : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        builder.ToTable("sales_order_adjustments");
        builder.HasKey(a => new { a.LineId, a.Position });
        builder.Property(a => a.Position).ValueGeneratedNever();
        builder.ComplexProperty(a => a.Base);
        builder.ComplexProperty(a => a.Amount);
    }
}
