using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Payments.Inbox;

internal enum InboxStatus
{
    Pending,
    Done,

    /// <summary>Genuine, and about nothing of ours.</summary>
    Ignored,

    /// <summary>Given up after many tries; a person replays it.</summary>
    Dead,
}

/// <summary>A genuine webhook, kept before it was answered. The ids in it are columns; the whole is sealed.</summary>
internal sealed class InboxMessage
{
    /// <summary>The process that took it works on it at once; the grace is for the others, should that process die.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private InboxMessage() { }

    public InboxId Id { get; private init; }

    public required string Gateway { get; init; }

    public required string EventId { get; init; }

    public required string Type { get; init; }

    public NoticeKind Kind { get; private init; }

    public required string Object { get; init; }

    public PaymentId? PaymentId { get; private init; }

    public string? GatewayPayment { get; private init; }

    /// <summary>Under whose key the body is sealed.</summary>
    public required string Subject { get; init; }

    /// <summary>As it came, sealed; null after its time.</summary>
    public byte[]? Body { get; private set; }

    public InboxStatus Status { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset ReceivedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <summary>Why it was ignored, or the last failure.</summary>
    public string? Error { get; private set; }

    public static InboxMessage Of(string gateway, Notice notice, string subject, byte[] body, TimeProvider clock)
    {
        var message = Arrived(gateway, notice, subject, clock);
        (message.Body, message.DueAt) = (body, message.ReceivedAt + Grace);
        return message;
    }

    /// <summary>What nobody waits for is noted without its content, which may hold a buyer's address.</summary>
    public static InboxMessage Ignored(string gateway, Notice notice, string reason, TimeProvider clock)
    {
        var message = Arrived(gateway, notice, notice.Reference ?? notice.EventId, clock);
        (message.Status, message.DueAt, message.ProcessedAt, message.Error) = (InboxStatus.Ignored, message.ReceivedAt, message.ReceivedAt, reason);
        return message;
    }

    /// <summary>A person wants it worked on again. What it says is read from the gateway, so repeating it does no harm.</summary>
    public void Replay(DateTimeOffset now) => (Status, Attempts, DueAt, ProcessedAt, Error) = (InboxStatus.Pending, 0, now, null, null);

    private static InboxMessage Arrived(string gateway, Notice notice, string subject, TimeProvider clock) => new()
    {
        Id = InboxId.New(clock),
        Gateway = gateway,
        EventId = notice.EventId,
        Type = notice.Type,
        Kind = notice.Kind,
        Object = notice.Object,
        PaymentId = notice.Payment,
        GatewayPayment = notice.GatewayPayment,
        Subject = subject,
        ReceivedAt = clock.Now,
    };
}

internal sealed class InboxMessageTable : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("payments_inbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Status).IsConcurrencyToken();
        builder.HasIndex(m => new { m.Gateway, m.EventId }).IsUnique();
        builder.HasIndex(m => new { m.Gateway, m.DueAt }).HasFilter("status = 'Pending'");
        builder.HasIndex(m => new { m.ReceivedAt, m.Id });
        builder.HasIndex(m => new { m.Status, m.ReceivedAt, m.Id });
    }
}
