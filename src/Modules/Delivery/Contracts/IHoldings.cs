using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;

namespace Emporium.Delivery.Contracts;

/// <summary>Who may have what at this moment, for whatever opens only to holders: a tool, a room, a forum.</summary>
public interface IHoldings
{
    /// <summary>False once access rests or has ended. Ask at each request and keep no answer: a refund or a dispute ends access at once.</summary>
    Task<bool> Holds(CustomerId customer, ProductId product, CancellationToken ct);
}
