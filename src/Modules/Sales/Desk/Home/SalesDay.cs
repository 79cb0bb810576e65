using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Desk.Home;

/// <summary>What was sold and given back on one day (UTC) that is over, in one currency: summed once, so that a chart costs the same in a large store as in a small one.</summary>
internal sealed class SalesDay
{
    public Book Book { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>Empty on the row that says that the day is summed, which every day has.</summary>
    public required string Currency { get; init; }

    /// <summary>Orders paid that day.</summary>
    public int Orders { get; set; }

    public long SoldMinor { get; set; }

    /// <summary>Refunds decided that day that have not failed.</summary>
    public int Refunds { get; set; }

    public long RefundedMinor { get; set; }
}

internal sealed class SalesDayTable : IEntityTypeConfiguration<SalesDay>
{
    public void Configure(EntityTypeBuilder<SalesDay> builder)
    {
        builder.ToTable("sales_days");
        builder.HasKey(d => new { d.Book, d.Day, d.Currency });
    }
}
