using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Delivery.Entitlements;

/// <summary>
/// What the news about an order add up to. Each reaction has a queue of its own, so a refund may be heard of before the payment, and
/// the end of a dispute before its beginning: the sequence of the order's facts decides, not their arrival, and what was revoked stays so.
/// </summary>
internal sealed class OrderStanding
{
    public OrderId OrderId { get; init; }

    public EntitlementStatus Status { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Of the latest fact heard.</summary>
    public long Sequence { get; private set; }

    public bool IsGranted { get; private set; }

    /// <returns>False for old news.</returns>
    public bool Hear(EntitlementStatus news, string? reason, long sequence)
    {
        var isNews = Status is not EntitlementStatus.Revoked && (news is EntitlementStatus.Revoked || sequence > Sequence);
        if (isNews) (Status, Reason) = (news, reason);
        Sequence = Math.Max(Sequence, sequence);
        return isNews;
    }

    /// <returns>False where it was granted before.</returns>
    public bool Grant(long sequence)
    {
        if (IsGranted) return false;
        Hear(EntitlementStatus.Active, null, sequence);
        return IsGranted = true;
    }
}

internal sealed class OrderStandingTable : IEntityTypeConfiguration<OrderStanding>
{
    public void Configure(EntityTypeBuilder<OrderStanding> builder)
    {
        builder.ToTable("delivery_order_standings");
        builder.HasKey(s => s.OrderId);
        builder.Property(s => s.OrderId).ValueGeneratedNever();
        builder.Property(s => s.Status).IsConcurrencyToken();
        builder.Property(s => s.Sequence).IsConcurrencyToken();
        builder.Property(s => s.IsGranted).IsConcurrencyToken();
    }
}
