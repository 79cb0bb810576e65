namespace Emporium.Catalog.Contracts;

/// <summary>What the store promises about refunds, over everything for sale.</summary>
public interface IRefundDays
{
    /// <summary>The fewest and the most days among published works that cost something; null where nothing does.</summary>
    Task<RefundRange?> Range(CancellationToken ct);
}

/// <summary>In days after payment.</summary>
public sealed record RefundRange(int Least, int Most);
