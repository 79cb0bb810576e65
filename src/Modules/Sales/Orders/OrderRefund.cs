using Emporium.Payments.Contracts;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Orders;

/// <summary>Where a refund stands.</summary>
internal enum OrderRefundStatus
{
    /// <summary>Decided and booked; the gateway has not confirmed.</summary>
    Requested,
    Succeeded,
    Failed,
}

/// <summary>Money given back, with the part of each line in it, so that many small refunds return exactly the revenue and the tax that one large one would.</summary>
internal sealed class OrderRefund
{
    private readonly List<RefundPart> parts = [];

    private OrderRefund() { }

    public OrderRefundId Id { get; private init; }

    public OrderId OrderId { get; private init; }

    public Book Book { get; private init; }

    public Money Amount { get; private init; }

    public string? Reason { get; private init; }

    /// <summary>Null for one that nobody here decided, or that is older than the question.</summary>
    public RefundCause? Cause { get; private init; }

    public OrderRefundStatus Status { get; private set; }

    /// <summary>Who decided: a name of the staff, <c>api</c>, <c>gateway</c> for one that was made there, or <c>bank</c> for a lost dispute.</summary>
    public string RequestedBy { get; private init; } = "";

    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>The gateway's side; null where the bank took the money by itself.</summary>
    public RefundId? PaymentRefundId { get; set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? Failure { get; private set; }

    public IReadOnlyList<RefundPart> Parts => parts;

    public bool Counts => Status is not OrderRefundStatus.Failed;

    /// <summary>Takes from every line in proportion to what is left of it, net and tax apart, so that nothing is ever taken twice or forgotten.</summary>
    public static OrderRefund Of(Order order, OrderRefundId id, Money amount, RefundReason why, string by, DateTimeOffset at)
    {
        var refund = New(order, id, amount, why, by, at);
        var left = order.Lines.OrderBy(l => l.Position).Select(order.LeftOf).ToList();
        var shares = amount.Allocate([.. left.SelectMany(l => (long[])[l.NetMinor, l.TaxMinor])]);
        refund.parts.AddRange(left
            .Select((l, i) => new RefundPart { RefundId = id, LineId = l.LineId, NetMinor = shares[2 * i].Minor, TaxMinor = shares[(2 * i) + 1].Minor })
            .Where(p => p.NetMinor + p.TaxMinor > 0));
        return refund;
    }

    /// <summary>Takes each amount from its own line, in proportion to what is left of its net and its tax.</summary>
    public static OrderRefund OfLines(Order order, OrderRefundId id, IReadOnlyList<(OrderLine Line, Money Amount)> amounts, RefundReason why, string by, DateTimeOffset at)
    {
        var refund = New(order, id, amounts.Aggregate(Money.Zero(order.Total.Currency), (sum, part) => sum + part.Amount), why, by, at);
        foreach (var (line, amount) in amounts)
        {
            var left = order.LeftOf(line);
            var shares = amount.Allocate(left.NetMinor, left.TaxMinor);
            refund.parts.Add(new RefundPart { RefundId = id, LineId = line.Id, NetMinor = shares[0].Minor, TaxMinor = shares[1].Minor });
        }
        return refund;
    }

    private static OrderRefund New(Order order, OrderRefundId id, Money amount, RefundReason why, string by, DateTimeOffset at) =>
        new() { Id = id, OrderId = order.Id, Book = order.Book, Amount = amount, Reason = why.Words, Cause = why.Cause, RequestedBy = by, RequestedAt = at };

    /// <returns>False when it was settled before.</returns>
    public bool Settle(OrderRefundStatus outcome, string? failure, DateTimeOffset at)
    {
        // Banks send money back that was on its way already: success is not the end, failure is.
        if (Status == outcome || Status is OrderRefundStatus.Failed) return false;
        (Status, Failure, SettledAt) = (outcome, failure, at);
        return true;
    }
}

/// <summary>How much of a refund comes from one line.</summary>
internal sealed class RefundPart
{
    public OrderRefundId RefundId { get; init; }

    public OrderLineId LineId { get; init; }

    public long NetMinor { get; init; }

    public long TaxMinor { get; init; }
}

internal sealed class OrderRefundTable : IEntityTypeConfiguration<OrderRefund>
{
    public void Configure(EntityTypeBuilder<OrderRefund> builder)
    {
        builder.ToTable("sales_refunds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Status).IsConcurrencyToken();
        builder.ComplexProperty(r => r.Amount);
        builder.Ignore(r => r.Counts);
        builder.HasMany(r => r.Parts).WithOne().HasForeignKey(p => p.RefundId);
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => new { r.Book, r.Status, r.RequestedAt });
        builder.HasIndex(r => new { r.Book, r.RequestedAt });
    }
}

internal sealed class RefundPartTable : IEntityTypeConfiguration<RefundPart>
{
    public void Configure(EntityTypeBuilder<RefundPart> builder)
    {
        builder.ToTable("sales_refund_parts");
        builder.HasKey(p => new { p.RefundId, p.LineId });
    }
}
