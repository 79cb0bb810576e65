using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Payments.Disputes;

/// <summary>A buyer's bank asks for money back. It moves forward only: inquiry, open, decided.</summary>
internal sealed class Dispute
{
    private Dispute() { }

    public DisputeId Id { get; private init; }

    public Book Book { get; private init; }

    public PaymentId PaymentId { get; private init; }

    public required string Reference { get; init; }

    public required string GatewayReference { get; init; }

    public DisputeStage Status { get; private set; }

    public Money Amount { get; private init; }

    /// <summary>What the gateway charged for it; it stays with the gateway whoever wins.</summary>
    public Money? Fee { get; private set; }

    public required string Reason { get; init; }

    public DateTimeOffset SeenAt { get; private init; }

    /// <summary>When the money was taken.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public static Dispute Of(Payment payment, DisputeState state, TimeProvider clock) => new()
    {
        Id = DisputeId.New(clock),
        Book = payment.Book,
        PaymentId = payment.Id,
        Reference = payment.Reference,
        GatewayReference = state.Reference,
        Amount = state.Amount,
        Reason = state.Reason,
        SeenAt = clock.Now,
    };

    /// <returns>False where the money was taken before.</returns>
    public bool Open(DateTimeOffset now)
    {
        if (OpenedAt is not null) return false;
        (Status, OpenedAt) = (DisputeStage.Open, now);
        return true;
    }

    /// <returns>False where it was decided before.</returns>
    public bool Close(bool isWon, DateTimeOffset now)
    {
        if (Status is not DisputeStage.Open) return false;
        (Status, ClosedAt) = (isWon ? DisputeStage.Won : DisputeStage.Lost, now);
        return true;
    }

    public void Dismiss(DateTimeOffset now)
    {
        if (Status is DisputeStage.Inquiry) (Status, ClosedAt) = (DisputeStage.Dismissed, now);
    }

    /// <returns>False where the fee was known.</returns>
    public bool Charge(Money fee)
    {
        if (Fee is not null) return false;
        Fee = fee;
        return true;
    }
}

internal sealed class DisputeTable : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("payments_disputes");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Status).IsConcurrencyToken();
        builder.ComplexProperty(d => d.Amount);
        builder.ComplexProperty(d => d.Fee);
        builder.HasOne<Payment>().WithMany().HasForeignKey(d => d.PaymentId);
        builder.HasIndex(d => d.GatewayReference).IsUnique();
        builder.HasIndex(d => d.PaymentId);
        builder.HasIndex(d => d.Reference);
    }
}
