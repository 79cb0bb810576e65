using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Delivery.Entitlements;

/// <summary>Where an order stands with its entitlements.</summary>
internal sealed class AccessStanding : OrderStanding;

internal sealed class AccessStandingTable : IEntityTypeConfiguration<AccessStanding>
{
    public void Configure(EntityTypeBuilder<AccessStanding> builder)
    {
        builder.ToTable("delivery_order_standings");
        builder.HasKey(s => s.OrderId);
        builder.Property(s => s.OrderId).ValueGeneratedNever();
        builder.Property(s => s.Status).IsConcurrencyToken();
        builder.Property(s => s.Sequence).IsConcurrencyToken();
        builder.Property(s => s.IsServed).IsConcurrencyToken();
    }
}
