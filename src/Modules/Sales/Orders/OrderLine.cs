using Emporium.Catalog.Contracts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Orders;

/// <summary>What was bought, as it was offered at that moment: products change, this does not.</summary>
internal sealed class OrderLine
{
    private readonly List<Adjustment> adjustments = [];

    private OrderLine() { }

    public OrderLineId Id { get; private init; }

    public OrderId OrderId { get; private init; }

    /// <summary>From 1, in the order of the cart.</summary>
    public int Position { get; private init; }

    public SellerId SellerId { get; private init; }

    public ProductId ProductId { get; private init; }

    public string Slug { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Kind { get; private init; } = "";

    public int CoverSeed { get; private init; }

    public int Quantity { get; private init; }

    /// <summary>As offered: with tax where the store's prices include it.</summary>
    public Money UnitPrice { get; private init; }

    /// <summary>The state's part of the total.</summary>
    public Money Tax { get; private init; }

    public Money Total { get; private init; }

    public bool IssuesLicense { get; private init; }

    public int? DownloadLimit { get; private init; }

    public int RefundDays { get; private init; }

    public IReadOnlyList<Adjustment> Adjustments => adjustments;

    /// <summary>The seller's part of the total.</summary>
    public Money Net => Total - Tax;

    public static OrderLine Of(OrderId order, int position, QuoteLine quoted, TimeProvider clock)
    {
        var offer = quoted.Offer;
        var line = new OrderLine
        {
            Id = OrderLineId.New(clock), OrderId = order, Position = position,
            SellerId = offer.Seller, ProductId = offer.Product, Slug = offer.Slug, Title = offer.Title, Kind = offer.Kind, CoverSeed = offer.CoverSeed,
            Quantity = quoted.Quantity, UnitPrice = offer.Price, Tax = quoted.Tax.Amount, Total = quoted.Total,
            IssuesLicense = offer.IssuesLicense, DownloadLimit = offer.DownloadLimit, RefundDays = offer.RefundDays,
        };
        line.Explain(quoted);
        return line;
    }

    private void Explain(QuoteLine quoted)
    {
        var tax = quoted.Tax;
        adjustments.Add(new Adjustment { LineId = Id, Position = 1, Kind = AdjustmentKind.Price, Source = "catalog", Base = quoted.Price, Amount = tax.Base });
        if (tax is { RateBasisPoints: 0, Amount.IsZero: true, Country: null }) return;
        adjustments.Add(new Adjustment
        {
            LineId = Id, Position = 2, Kind = AdjustmentKind.Tax, Source = $"tax:{tax.Country}",
            RateBasisPoints = tax.RateBasisPoints, Base = tax.Base, Amount = tax.Amount, Rule = tax.Rule,
        });
    }
}

internal sealed class OrderLineTable : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("sales_order_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.ComplexProperty(l => l.UnitPrice);
        builder.ComplexProperty(l => l.Tax);
        builder.ComplexProperty(l => l.Total);
        builder.Ignore(l => l.Net);
        builder.HasMany(l => l.Adjustments).WithOne().HasForeignKey(a => a.LineId);
        builder.HasIndex(l => new { l.OrderId, l.Position }).IsUnique();
        builder.HasIndex(l => new { l.ProductId, l.OrderId });
    }
}
