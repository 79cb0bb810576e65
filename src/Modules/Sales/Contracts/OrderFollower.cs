using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Contracts;

/// <summary>Keeps what a module delivered for an order in line with the news about it, in the caller's unit of work.</summary>
/// <typeparam name="T">The module's row for each order.</typeparam>
public abstract class OrderFollower<T>(StoreDb db) where T : OrderStanding, new()
{
    /// <summary>The caller's unit of work.</summary>
    protected StoreDb Db => db;

    private static readonly CompiledQuery<OrderId, T?> Known = new((db, order, _) => db.Set<T>().SingleOrDefault(s => s.OrderId == order));

    /// <summary>The order is paid, refunded, disputed or settled.</summary>
    public async Task Hear(OrderId order, Standing news, string? reason, Occurrence at, CancellationToken ct)
    {
        if ((await StandingOf(order, ct)).Hear(news, reason, at.Sequence)) await Align(order, news, reason, ct);
    }

    /// <summary>A full refund failed in the end: gives back what it took, and nothing that the staff took by hand.</summary>
    public async Task Return(OrderId order, Occurrence at, CancellationToken ct)
    {
        if ((await StandingOf(order, ct)).Return(at.Sequence)) await GiveBack(order, ct);
    }

    /// <summary>Brings all that was delivered for the order to where the order stands. What the staff took away by hand stays away.</summary>
    protected abstract Task Align(OrderId order, Standing standing, string? reason, CancellationToken ct);

    /// <summary>Opens again what ended because of <see cref="OrderStanding.Refunded"/>.</summary>
    protected abstract Task GiveBack(OrderId order, CancellationToken ct);

    /// <summary>Where the order stands; a new row where nothing was heard of it yet.</summary>
    protected async Task<T> StandingOf(OrderId order, CancellationToken ct)
    {
        if (await Known.Run(db, order, ct) is { } known) return known;
        var standing = new T { OrderId = order };
        db.Add(standing);
        return standing;
    }
}
