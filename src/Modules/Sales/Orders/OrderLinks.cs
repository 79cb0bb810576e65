using Emporium.Platform;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Orders;

/// <summary>The buyer's key to one order: whoever has the link sees it, for 90 days. The same order always has the same key.</summary>
internal sealed class OrderLinks(SignedTokens tokens, StoreAddress address, IEnumerable<ILibraryLinks> libraries)
{
    private const string Purpose = "order";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(90);

    public string TokenFor(OrderId order, DateTimeOffset placedAt) => tokens.Create(Purpose, order.Value, placedAt + Valid);

    /// <summary>Path of the page that follows an order from waiting to paid.</summary>
    public string ThanksPath(OrderId order, DateTimeOffset placedAt) => $"/orders/{order}/thanks?token={TokenFor(order, placedAt)}";

    /// <summary>The absolute address of what was bought: the buyer's library, or the order's page where nothing delivers.</summary>
    public string WhereItIs(Order order) =>
        libraries.FirstOrDefault()?.LinkFor(order.CustomerId) ?? address.To(ThanksPath(order.Id, order.PlacedAt));

    /// <exception cref="Refusal"><c>order.not_found</c>: another order's key, or none. <c>link.expired</c>.</exception>
    public void Demand(OrderId order, string? token)
    {
        if (token is null || !Opens(order, token)) throw Refusal.NotFound("order");
    }

    private bool Opens(OrderId order, string token)
    {
        try
        {
            return tokens.Read(Purpose, token) == order.Value;
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.NotFound)
        {
            // A forged key must look like an order that does not exist.
            return false;
        }
    }
}
