using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Data;

/// <summary>The right to do one kind of work alone, until it runs out. The fence grows with each taking, so that a late holder can be told apart.</summary>
internal sealed class Lease
{
    public required string Name { get; init; }

    public required string Holder { get; set; }

    public long Fence { get; set; }

    public DateTimeOffset Until { get; set; }
}

internal sealed class LeaseTable : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("platform_leases");
        builder.HasKey(l => l.Name);
    }
}
