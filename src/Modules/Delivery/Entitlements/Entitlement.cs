using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Delivery.Entitlements;

/// <summary>The right of a customer to a product, from one source. Each transition says whether it changed anything, so that a repeat raises no second fact.</summary>
internal sealed class Entitlement : ISubject
{
    public EntitlementId Id { get; private init; }

    public Book Book { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public ProductId ProductId { get; private init; }

    /// <summary>What gave it: <c>lin_…</c>.</summary>
    public string Source { get; private init; } = "";

    /// <summary>The order behind the source; null for what was not ordered.</summary>
    public OrderId? OrderId { get; private init; }

    public int Quantity { get; private init; }

    /// <summary>Downloads per file; null for no limit.</summary>
    public int? DownloadLimit { get; private init; }

    public EntitlementStatus Status { get; private set; }

    public DateTimeOffset GrantedAt { get; private init; }

    /// <summary>When access rested or ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why access rests or ended, in words that the buyer may read.</summary>
    public string? Reason { get; private set; }

    public long LastEvent { get; set; }

    public string Subject => Id.ToString();

    public static Entitlement Grant(EntitlementId id, Book book, CustomerId customer, OrderId order, OrderPaid.Line line, DateTimeOffset at) => new()
    {
        Id = id,
        Book = book,
        CustomerId = customer,
        ProductId = line.Product,
        Source = line.Id.ToString(),
        OrderId = order,
        Quantity = line.Quantity,
        DownloadLimit = line.DownloadLimit,
        GrantedAt = at,
    };

    public bool Suspend(string reason, DateTimeOffset at) => Status is EntitlementStatus.Active && Close(EntitlementStatus.Suspended, reason, at);

    public bool Revoke(string reason, DateTimeOffset at) => Status is not EntitlementStatus.Revoked && Close(EntitlementStatus.Revoked, reason, at);

    public bool Restore()
    {
        if (Status is EntitlementStatus.Active) return false;
        (Status, Reason, EndedAt) = (EntitlementStatus.Active, null, null);
        return true;
    }

    /// <exception cref="Refusal"><c>entitlement.revoked</c>, <c>entitlement.suspended</c>.</exception>
    public void DemandOpen()
    {
        if (AccessClosed.For(Status, Reason) is { } closed) throw closed;
    }

    private bool Close(EntitlementStatus status, string reason, DateTimeOffset at)
    {
        (Status, Reason, EndedAt) = (status, reason, at);
        return true;
    }
}

internal sealed class EntitlementTable : IEntityTypeConfiguration<Entitlement>
{
    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.ToTable("delivery_entitlements");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Status).IsConcurrencyToken();
        builder.Ignore(e => e.Subject);
        builder.HasIndex(e => new { e.Source, e.ProductId }).IsUnique();
        builder.HasIndex(e => e.CustomerId);
        builder.HasIndex(e => e.OrderId);
        builder.HasIndex(e => new { e.GrantedAt, e.Id });
        builder.HasIndex(e => new { e.Status, e.GrantedAt, e.Id });
        builder.HasIndex(e => new { e.ProductId, e.GrantedAt, e.Id });
    }
}
