using Emporium.Messaging.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Messaging.Sending;

/// <summary>One sending of a message and what the receiver said: the log that both sides look at when something did not arrive.</summary>
internal sealed class Attempt
{
    private Attempt() { }

    public AttemptId Id { get; private init; }

    public MessageId MessageId { get; private init; }

    public string Url { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>In milliseconds.</summary>
    public long Duration { get; private init; }

    public int? StatusCode { get; private init; }

    public string? Error { get; private init; }

    public string? Response { get; private init; }

    /// <summary>The header as it was sent.</summary>
    public string Signature { get; private init; } = "";

    public bool Arrived => StatusCode is >= 200 and < 300;

    public static Attempt Of(MessageId message, string url, Answer answer, TimeProvider clock) => new()
    {
        Id = AttemptId.New(clock), MessageId = message, Url = url, At = answer.At.ToMicroseconds(), Duration = (long)answer.Took.TotalMilliseconds,
        StatusCode = answer.Status, Error = answer.Error, Response = answer.Body, Signature = answer.Signature,
    };
}

internal sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("messaging_attempts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Arrived);
        builder.HasOne<Message>().WithMany().HasForeignKey(a => a.MessageId);
        builder.HasIndex(a => new { a.MessageId, a.At });
    }
}
