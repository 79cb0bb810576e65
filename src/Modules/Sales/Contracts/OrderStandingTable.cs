using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Contracts;

/// <summary>The table of a module's standings. Reactions to one order may run at the same time: whoever saves second is told.</summary>
/// <param name="name">Of the table, with the module's prefix.</param>
public abstract class OrderStandingTable<T>(string name) : IEntityTypeConfiguration<T> where T : OrderStanding
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(name);
        builder.HasKey(s => s.OrderId);
        builder.Property(s => s.OrderId).ValueGeneratedNever();
        builder.Property(s => s.Status).IsConcurrencyToken();
        builder.Property(s => s.Sequence).IsConcurrencyToken();
        builder.Property(s => s.IsServed).IsConcurrencyToken();
    }
}
