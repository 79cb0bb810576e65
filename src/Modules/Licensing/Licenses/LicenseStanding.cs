using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Licensing.Licenses;

/// <summary>Where an order stands with its license keys.</summary>
internal sealed class LicenseStanding : OrderStanding;

internal sealed class LicenseStandingTable : IEntityTypeConfiguration<LicenseStanding>
{
    public void Configure(EntityTypeBuilder<LicenseStanding> builder)
    {
        builder.ToTable("licensing_order_standings");
        builder.HasKey(s => s.OrderId);
        builder.Property(s => s.OrderId).ValueGeneratedNever();
        builder.Property(s => s.Status).IsConcurrencyToken();
        builder.Property(s => s.Sequence).IsConcurrencyToken();
        builder.Property(s => s.IsServed).IsConcurrencyToken();
    }
}
