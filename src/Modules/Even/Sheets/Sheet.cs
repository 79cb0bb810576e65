namespace Emporium.Even.Sheets;

/// <summary>One month of a small shop: what it costs to be open, and what it means to sell.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="FixedMinor">What the month costs before anything is sold, in minor units.</param>
/// <param name="Lines">In the order in which they were written.</param>
internal sealed record Sheet(string Currency, long FixedMinor, IReadOnlyList<SheetLine> Lines)
{
    /// <summary>Rows on the page, and lines a sheet holds at the most.</summary>
    public const int MostLines = 8;

    /// <summary>In minor units, of every amount: a full sheet of them still fits into 64 bits.</summary>
    public const long MostMinor = 99_999_999_999;

    public const int MostSales = 100_000;

    public const int NameLength = 60;

    /// <summary>What the whole plan leaves before the fixed costs, in minor units; below zero where it costs more than it brings.</summary>
    public long LeftMinor => Lines.Sum(l => l.LeftMinor * l.Sales);

    /// <summary>What the month ends with if all goes as planned.</summary>
    public Money Result => new(LeftMinor - FixedMinor, Currency);

    /// <summary>
    /// The part of the plan at which the month has paid for itself, in whole percent, rounded up: at 71.2 % it has not yet paid at 71. More
    /// than 100 where the plan is not enough; null where no number of these sales is.
    /// </summary>
    public long? EvenAtPercent => FixedMinor == 0 ? 0 : LeftMinor <= 0 ? null : Up((Int128)FixedMinor * 100, LeftMinor);

    /// <summary>How many of a line must sell, if all lines sell in the proportion of the plan; null where no number does it.</summary>
    public long? Needed(SheetLine line) => FixedMinor == 0 ? 0 : LeftMinor <= 0 ? null : Up((Int128)FixedMinor * line.Sales, LeftMinor);

    private static long Up(Int128 dividend, long divisor) => (long)((dividend + divisor - 1) / divisor);
}

/// <param name="PriceMinor">What one sale brings, without tax.</param>
/// <param name="CostMinor">What one sale costs: fees, postage, a partner's share.</param>
/// <param name="Sales">Planned for the month.</param>
internal sealed record SheetLine(string Name, long PriceMinor, long CostMinor, int Sales)
{
    /// <summary>Of one sale, in minor units; below zero where each sale loses.</summary>
    public long LeftMinor => PriceMinor - CostMinor;
}
