using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Orders;

internal readonly record struct OrderNoteId(Guid Value) : IEntityId<OrderNoteId>
{
    public static string Prefix => "not";

    public static OrderNoteId From(Guid value) => new(value);

    public static OrderNoteId Parse(string s, IFormatProvider? provider) => EntityId.Parse<OrderNoteId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrderNoteId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}

/// <summary>What the staff writes to each other about an order. No buyer ever sees it; it goes when the buyer is erased.</summary>
internal sealed class OrderNote
{
    public const int Longest = 2_000;

    public OrderNoteId Id { get; init; }

    public OrderId OrderId { get; init; }

    /// <summary>The id of who wrote it.</summary>
    public required string AuthorId { get; init; }

    public required string Author { get; init; }

    public required string Text { get; set; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; set; }
}

internal sealed class OrderNoteTable : IEntityTypeConfiguration<OrderNote>
{
    public void Configure(EntityTypeBuilder<OrderNote> builder)
    {
        builder.ToTable("sales_order_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasOne<Order>().WithMany().HasForeignKey(n => n.OrderId);
        builder.HasIndex(n => n.OrderId);
    }
}
