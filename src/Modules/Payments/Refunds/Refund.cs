using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Payments.Refunds;

internal enum RefundStatus
{
    /// <summary>Decided here; the gateway has not answered.</summary>
    Requested,

    /// <summary>The gateway has it and the bank has not answered.</summary>
    Submitted,
    Succeeded,
    Failed,
}

/// <summary>Money of one payment on its way back. The payment has the amount reserved as long as it has not failed.</summary>
internal sealed class Refund
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstLook = TimeSpan.FromHours(1);

    private Refund() { }

    public RefundId Id { get; private init; }

    public Book Book { get; private init; }

    public PaymentId PaymentId { get; private init; }

    public required string Reference { get; init; }

    public required string Key { get; init; }

    public RefundStatus Status { get; private set; }

    public Money Amount { get; private init; }

    public string? Reason { get; private init; }

    public string? GatewayReference { get; private set; }

    public string? Failure { get; private set; }

    public DateTimeOffset RequestedAt { get; private init; }

    public DateTimeOffset? SucceededAt { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When to send it, or to ask what became of it; null when nothing is left to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public bool IsUnderway => Status is RefundStatus.Requested or RefundStatus.Submitted;

    /// <summary>A refund that someone here asked for. The process that wrote it sends it at once; the grace is for the others.</summary>
    public static Refund Request(Payment payment, Money amount, string key, string? reason, TimeProvider clock)
    {
        payment.Reserve(amount);
        return Of(payment, amount, key, reason, clock);
    }

    /// <summary>A refund that was made at the gateway itself.</summary>
    public static Refund Adopt(Payment payment, Money amount, string gatewayReference, TimeProvider clock)
    {
        payment.Withdraw(amount);
        return Of(payment, amount, gatewayReference, null, clock);
    }

    public void Submit(string gatewayReference, DateTimeOffset now)
    {
        if (Status is RefundStatus.Requested) (Status, GatewayReference, Attempts, DueAt) = (RefundStatus.Submitted, gatewayReference, 0, now + FirstLook);
    }

    /// <returns>False where it was known, or it had failed: a refund does not rise again.</returns>
    public bool Succeed(string gatewayReference, DateTimeOffset now)
    {
        if (!IsUnderway) return false;
        (Status, GatewayReference, SucceededAt, DueAt) = (RefundStatus.Succeeded, gatewayReference, now, null);
        return true;
    }

    /// <summary>It may fail long after it succeeded: the buyer's account was closed, and the bank sent the money back.</summary>
    /// <returns>False where it was known.</returns>
    public bool Fail(string? gatewayReference, string? failure, DateTimeOffset now)
    {
        if (Status is RefundStatus.Failed) return false;
        (Status, GatewayReference, Failure, FailedAt, DueAt) = (RefundStatus.Failed, gatewayReference ?? GatewayReference, failure, now, null);
        return true;
    }

    /// <summary>No answer, or no news: 2 s, 4 s … until an hour lies between two tries.</summary>
    public void TryLater(DateTimeOffset now)
    {
        var pause = Status is RefundStatus.Submitted ? FirstLook : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, ++Attempts), FirstLook.TotalSeconds));
        if (IsUnderway) DueAt = now + pause;
    }

    private static Refund Of(Payment payment, Money amount, string key, string? reason, TimeProvider clock) => new()
    {
        Id = RefundId.New(clock),
        Book = payment.Book,
        PaymentId = payment.Id,
        Reference = payment.Reference,
        Key = key,
        Amount = amount,
        Reason = reason,
        RequestedAt = clock.Now,
        DueAt = clock.Now + Grace,
    };
}

internal sealed class RefundTable : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("payments_refunds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Status).IsConcurrencyToken();
        builder.ComplexProperty(r => r.Amount);
        builder.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId);
        builder.HasIndex(r => new { r.Reference, r.Key }).IsUnique();
        builder.HasIndex(r => r.GatewayReference).IsUnique();
        builder.HasIndex(r => r.PaymentId);
        builder.HasIndex(r => r.DueAt).HasFilter("due_at is not null");
    }
}
