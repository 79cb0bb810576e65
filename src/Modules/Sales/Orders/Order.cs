using Emporium.Accounts.Contracts;
using Emporium.Legal.Contracts;
using Emporium.Platform.Events;
using Emporium.Sales.Carts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Orders;

/// <summary>How an order came to be.</summary>
internal enum OrderOrigin
{
    Checkout,
}

/// <summary>A buyer's commitment and what became of it. Every transition is a method here and refuses in the wrong state.</summary>
internal sealed class Order : ISubject
{
    /// <summary>How long a buyer may take to pay.</summary>
    public static readonly TimeSpan Payable = TimeSpan.FromHours(24);

    private readonly List<OrderLine> lines = [];
    private readonly List<OrderRefund> refunds = [];

    private Order() { }

    public OrderId Id { get; private init; }

    public string Number { get; private init; } = "";

    public CustomerId CustomerId { get; private init; }

    public string BuyerEmail { get; private init; } = "";

    /// <summary>What is searched and compared.</summary>
    public string BuyerEmailLower { get; private init; } = "";

    public string? BuyerName { get; private init; }

    /// <summary>What is searched.</summary>
    public string? BuyerNameLower { get; private init; }

    public string? Country { get; private init; }

    public OrderStatus Status { get; private set; }

    public OrderOrigin Origin { get; private init; }

    public Book Book { get; private init; }

    public Money Total { get; private init; }

    /// <summary>The total in thousandths of its currency's unit, by which lists sort: 29 euros stand beside 29 yen, not beside 2,900.</summary>
    public long TotalRank { get; private init; }

    /// <summary>What went back or is on its way back. A token, so that two refunds at once cannot both take the last of it.</summary>
    public long RefundedMinor { get; private set; }

    public DateTimeOffset PlacedAt { get; private init; }

    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>When the latest attempt to pay ended without money.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    public DateTimeOffset? CanceledAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public CartId? CartId { get; private init; }

    public int? CartVersion { get; private init; }

    /// <summary>The terms of sale that the buyer accepted; null for an order from before they were kept.</summary>
    public LegalTextId? TermsId { get; private set; }

    /// <summary>The refund policy that the buyer accepted with them.</summary>
    public LegalTextId? RefundTermsId { get; private set; }

    public long LastEvent { get; set; }

    public IReadOnlyList<OrderLine> Lines => lines;

    public IReadOnlyList<OrderRefund> Refunds => refunds;

    public string Subject => Id.ToString();

    public Money Refunded => new(RefundedMinor, Total.Currency);

    public Money Refundable => Status is OrderStatus.Paid or OrderStatus.PartiallyRefunded ? Total - Refunded : Money.Zero(Total.Currency);

    /// <summary>True when nothing paid is left with the store. Needs refunds loaded.</summary>
    public bool IsFullyRefunded => StatusByRefunds is OrderStatus.Refunded;

    public bool IsFor(Buyer buyer) => (BuyerEmailLower, BuyerName, Country) == (buyer.Email.ToLowerInvariant(), buyer.Name, buyer.Country);

    public static Order Place(Cart cart, Quote quote, Buyer buyer, CustomerId customer, TimeProvider clock)
    {
        var (id, at) = (OrderId.New(clock), clock.Now);
        var order = new Order
        {
            Id = id, Number = OrderNumber.Of(id), CustomerId = customer, Origin = OrderOrigin.Checkout, Book = cart.Book,
            BuyerEmail = buyer.Email, BuyerEmailLower = buyer.Email.ToLowerInvariant(), BuyerName = buyer.Name, BuyerNameLower = buyer.Name?.ToLowerInvariant(), Country = buyer.Country,
            Total = quote.Total, TotalRank = quote.Total.Minor * (1_000 / Currency.UnitOf(quote.Total.Currency)), PlacedAt = at, ExpiresAt = at + Payable, CartId = cart.Id, CartVersion = cart.Version,
        };
        order.lines.AddRange(quote.Lines.Select((line, i) => OrderLine.Of(id, i + 1, line, clock)));
        return order;
    }

    /// <summary>What the buyer accepted by ordering.</summary>
    public void Accept(AcceptedTerms terms) => (TermsId, RefundTermsId) = (terms.Sale.Id, terms.Refunds.Id);

    /// <exception cref="Refusal"><c>order.not_payable</c>.</exception>
    public void MarkPaid(DateTimeOffset at)
    {
        if (Status is not OrderStatus.Placed) throw Refusal.Conflict("order.not_payable", $"This order is {Words.Of(Status)}; it cannot be paid.");
        (Status, PaidAt) = (OrderStatus.Paid, at);
    }

    public void NoteDecline(DateTimeOffset at) => DeclinedAt = at;

    /// <summary>Gives the buyer time for another attempt to pay.</summary>
    /// <exception cref="Refusal"><c>order.not_payable</c>.</exception>
    public void Retry(DateTimeOffset at)
    {
        if (Status is not OrderStatus.Placed) throw Refusal.Conflict("order.not_payable", $"This order is {Words.Of(Status)}; it cannot be paid.");
        ExpiresAt = at + Payable;
    }

    /// <exception cref="Refusal"><c>order.not_cancelable</c>.</exception>
    public void Cancel(DateTimeOffset at)
    {
        if (Status is not OrderStatus.Placed) throw Refusal.Conflict("order.not_cancelable", $"This order is {Words.Of(Status)}; it cannot be canceled.");
        (Status, CanceledAt) = (OrderStatus.Canceled, at);
    }

    /// <summary>Sets money aside to be given back. Needs lines and refunds loaded.</summary>
    /// <exception cref="Refusal"><c>order.not_refundable</c>, <c>refund.amount_invalid</c>, <c>refund.exceeds_paid</c>.</exception>
    public OrderRefund RequestRefund(OrderRefundId id, Money amount, RefundReason why, string by, DateTimeOffset at)
    {
        if (Status is not (OrderStatus.Paid or OrderStatus.PartiallyRefunded) || Total.IsZero)
            throw Refusal.Conflict("order.not_refundable", $"This order is {Words.Of(Status)}; there is nothing to give back.");
        if (amount.Minor <= 0 || amount.Currency != Total.Currency)
            throw Refusal.Invalid("refund.amount_invalid", $"Give an amount above zero in {Total.Currency}.", "amount");
        if (amount > Refundable)
            throw Refusal.Conflict("refund.exceeds_paid", $"At most {Refundable} can still be given back.", "amount");
        return Take(id, amount, why, by, at);
    }

    /// <summary>The same from chosen lines, each for itself. Needs lines and refunds loaded.</summary>
    /// <exception cref="Refusal"><c>order.not_refundable</c>, <c>refund.line_invalid</c>, <c>refund.exceeds_line</c>, <c>refund.exceeds_paid</c>.</exception>
    public OrderRefund RequestRefund(OrderRefundId id, IReadOnlyList<LineShare> shares, RefundReason why, string by, DateTimeOffset at)
    {
        if (Status is not (OrderStatus.Paid or OrderStatus.PartiallyRefunded) || Total.IsZero)
            throw Refusal.Conflict("order.not_refundable", $"This order is {Words.Of(Status)}; there is nothing to give back.");
        if (shares.DistinctBy(s => s.Line).Count() != shares.Count) throw Refusal.Invalid("refund.line_invalid", "Name each line once.", "lines");

        var amounts = shares.Select(share => (Line: LineOf(share.Line), Share: share)).Select(s => (s.Line, Amount: s.Share.Of(s.Line, LeftIn(s.Line)))).ToList();
        var amount = amounts.Aggregate(Money.Zero(Total.Currency), (sum, part) => sum + part.Amount);
        if (amount > Refundable) throw Refusal.Conflict("refund.exceeds_paid", $"At most {Refundable} can still be given back.", "lines");
        return Add(OrderRefund.OfLines(this, id, amounts, why, by, at));
    }

    /// <summary>The gateway gave the money back. Needs refunds loaded.</summary>
    /// <returns>False when that was known.</returns>
    public bool ConfirmRefund(OrderRefund refund, DateTimeOffset at)
    {
        if (!refund.Settle(OrderRefundStatus.Succeeded, null, at)) return false;
        if (Status is OrderStatus.Paid or OrderStatus.PartiallyRefunded) Status = StatusByRefunds;
        return true;
    }

    /// <summary>The gateway could not give the money back: it is earned again.</summary>
    /// <returns>False when that was known.</returns>
    public bool FailRefund(OrderRefund refund, string? failure, DateTimeOffset at)
    {
        if (!refund.Settle(OrderRefundStatus.Failed, failure, at)) return false;
        RefundedMinor -= refund.Amount.Minor;
        if (Status is OrderStatus.PartiallyRefunded or OrderStatus.Refunded) Status = StatusByRefunds;
        return true;
    }

    /// <returns>False where nothing paid is left to dispute.</returns>
    public bool Dispute()
    {
        if (Status is not (OrderStatus.Paid or OrderStatus.PartiallyRefunded)) return false;
        Status = OrderStatus.Disputed;
        return true;
    }

    /// <summary>The bank decided for the store. Needs refunds loaded.</summary>
    public bool WinDispute()
    {
        if (Status is not OrderStatus.Disputed) return false;
        Status = StatusByRefunds;
        return true;
    }

    /// <summary>The bank decided for the buyer: as much as is left goes out of the books like a refund. Needs lines and refunds loaded.</summary>
    /// <returns>What went; null when nothing was left, or it was known.</returns>
    public OrderRefund? LoseDispute(OrderRefundId id, Money amount, DateTimeOffset at)
    {
        if (Status is not OrderStatus.Disputed) return null;
        Status = OrderStatus.ChargedBack;
        var left = Total - Refunded;
        if (left.IsZero) return null;
        var taken = Take(id, amount < left ? amount : left, new RefundReason("Dispute lost"), "bank", at);
        taken.Settle(OrderRefundStatus.Succeeded, null, at);
        return taken;
    }

    /// <summary>What the refunds so far have left of a line.</summary>
    public (OrderLineId LineId, long NetMinor, long TaxMinor) LeftOf(OrderLine line)
    {
        var gone = refunds.Where(r => r.Counts).SelectMany(r => r.Parts).Where(p => p.LineId == line.Id).ToList();
        return (line.Id, line.Net.Minor - gone.Sum(p => p.NetMinor), line.Tax.Minor - gone.Sum(p => p.TaxMinor));
    }

    /// <summary>What can still be given back of a line.</summary>
    public Money LeftIn(OrderLine line) => LeftOf(line) is var left ? new Money(left.NetMinor + left.TaxMinor, Total.Currency) : default;

    private OrderLine LineOf(OrderLineId id) =>
        lines.Find(l => l.Id == id) ?? throw Refusal.Invalid("refund.line_invalid", "This line is none of the order.", "lines");

    private OrderRefund Take(OrderRefundId id, Money amount, RefundReason why, string by, DateTimeOffset at) => Add(OrderRefund.Of(this, id, amount, why, by, at));

    private OrderRefund Add(OrderRefund refund)
    {
        refunds.Add(refund);
        RefundedMinor += refund.Amount.Minor;
        return refund;
    }

    private OrderStatus StatusByRefunds => refunds.Where(r => r.Status is OrderRefundStatus.Succeeded).Sum(r => r.Amount.Minor) switch
    {
        0 => OrderStatus.Paid,
        var back when back == Total.Minor => OrderStatus.Refunded,
        _ => OrderStatus.PartiallyRefunded,
    };
}

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    // PostgreSQL finds a beginning only in an index that compares byte by byte.
    private const string Operators = "Npgsql:IndexOperators";
    private static readonly string[] PatternOperators = ["text_pattern_ops"];
    private static readonly string[] BookPatternOperators = ["text_ops", "text_pattern_ops"];

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("sales_orders");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Status).IsConcurrencyToken();
        builder.Property(o => o.RefundedMinor).IsConcurrencyToken();
        builder.ComplexProperty(o => o.Total);
        builder.Ignore(o => o.Subject).Ignore(o => o.Refunded).Ignore(o => o.Refundable).Ignore(o => o.IsFullyRefunded);
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        builder.HasMany(o => o.Refunds).WithOne().HasForeignKey(r => r.OrderId);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => new { o.CartId, o.CartVersion }).IsUnique();
        builder.HasIndex(o => new { o.CustomerId, o.Book, o.PlacedAt, o.Id });
        builder.HasIndex(o => o.BuyerEmailLower).HasAnnotation(Operators, PatternOperators);
        builder.HasIndex(o => o.BuyerNameLower).HasAnnotation(Operators, PatternOperators);

        // SQLite keeps no figures of its own: between two indexes it takes the one with more of the columns asked for.
        builder.HasIndex(o => new { o.Book, o.BuyerEmailLower }).HasAnnotation(Operators, BookPatternOperators);
        builder.HasIndex(o => new { o.Book, o.PlacedAt, o.Id });
        builder.HasIndex(o => new { o.Book, o.Status, o.PlacedAt, o.Id });
        builder.HasIndex(o => new { o.Book, o.Country, o.PlacedAt, o.Id });
        builder.HasIndex(o => new { o.Book, o.TotalRank, o.Id });
        builder.HasIndex(o => new { o.Book, o.PaidAt });
        builder.HasIndex(o => o.ExpiresAt).HasFilter("status = 'Placed'");
    }
}
