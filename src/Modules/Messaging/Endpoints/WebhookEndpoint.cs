using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Messaging.Endpoints;

/// <summary>An address outside that is told of facts. Its secrets are sealed under a key of its own, which goes with it.</summary>
internal sealed class WebhookEndpoint
{
    /// <summary>Clocks of nodes differ a little: what happened shortly before is looked at once more, and found to be there.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private WebhookEndpoint() { }

    public WebhookEndpoint(EndpointId id, DateTimeOffset now) => (Id, CreatedAt, OpenedAt) = (id, now, now);

    public EndpointId Id { get; private init; }

    public string Url { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>The chosen names, between spaces; empty for all, also those to come.</summary>
    public string Types { get; private set; } = "";

    /// <summary>Null for both.</summary>
    public Book? Book { get; private set; }

    public EndpointStatus Status { get; private set; }

    public DisabledBy? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Since when it takes messages, without a break.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>What happened since then and has no message gets one, before anything is sent; null where nothing is missing.</summary>
    public DateTimeOffset? CatchUpFrom { get; private set; }

    /// <summary>The receiver asked for silence until then.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>The first failure since the last success.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public byte[] SealedSecret { get; private set; } = [];

    public byte[]? SealedPrevious { get; private set; }

    public DateTimeOffset? PreviousUntil { get; private set; }

    public IReadOnlyList<string> TypeList => Types.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public void Write(string url, string description, IEnumerable<string> types, Book? book) =>
        (Url, Description, Types, Book) = (url, description, string.Join(' ', types), book);

    /// <summary>From now on, <paramref name="secret"/> signs; the one before it signs too, for as long as receivers need to change over.</summary>
    public void TakeSecret(byte[] secret, DateTimeOffset? previousUntil)
    {
        (SealedPrevious, PreviousUntil) = previousUntil is null ? (null, null) : (SealedSecret, previousUntil);
        SealedSecret = secret;
    }

    /// <summary>Other nodes learn of a change a moment later: what they store until then is looked up in the log.</summary>
    public void MindOtherNodes(DateTimeOffset now) => (CatchUpFrom, OpenedAt) = (CatchUpFrom ?? now, now);

    public bool Disable(DisabledBy reason, DateTimeOffset now)
    {
        if (Status is EndpointStatus.Disabled) return false;
        (Status, Reason, DisabledAt, RestsUntil) = (EndpointStatus.Disabled, reason, now, null);
        return true;
    }

    /// <param name="catchUp">True to send what it missed meanwhile.</param>
    public bool Enable(bool catchUp, DateTimeOffset now)
    {
        if (Status is EndpointStatus.Enabled) return false;
        var missedSince = CatchUpFrom ?? DisabledAt - Margin;
        CatchUpFrom = catchUp ? (missedSince < CreatedAt ? CreatedAt : missedSince) : null;
        (Status, Reason, DisabledAt, FailingSince, OpenedAt) = (EndpointStatus.Enabled, null, null, null, now);
        return true;
    }
}

internal sealed class WebhookEndpointTable : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("messaging_endpoints");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Status).IsConcurrencyToken();
        builder.Ignore(e => e.TypeList);
    }
}
