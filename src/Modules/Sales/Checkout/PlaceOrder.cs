using Emporium.Accounts.Contracts;
using Emporium.Legal.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Sales.Carts;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Checkout;

/// <summary>
/// Turns a cart into an order, in one save. The version of the cart is the guard: however often, from wherever and at the same
/// moment it is submitted, one version is one order, and a repeat is answered with that order.
/// </summary>
internal sealed class PlaceOrder(StoreDb db, Quotes quotes, ICustomers customers, PaymentAttempts attempts, ILegalTexts texts, IEvents events, TimeProvider clock)
{
    /// <param name="Version">The content that the buyer saw; null for whatever is in the cart.</param>
    /// <param name="Expected">The total that the buyer agreed to; null where they agreed to the prices in the cart.</param>
    /// <param name="Terms">The mark of the terms that the buyer saw; null where they accept what is in force.</param>
    public sealed record Request(Buyer Buyer, int? Version, Money? Expected, string? Terms = null);

    /// <param name="Payment">The attempt that waits for the buyer; null when there is nothing to pay (any more).</param>
    public sealed record Placed(OrderId Id, string Number, OrderStatus Status, Money Total, DateTimeOffset PlacedAt, PaymentId? Payment);

    /// <exception cref="Refusal">
    /// <c>cart.not_found</c>, <c>cart.empty</c>, <c>cart.changed</c>, <c>cart.product_withdrawn</c>, <c>cart.price_changed</c>,
    /// <c>checkout.country_required</c>, <c>checkout.terms_changed</c>, <c>customer.email_invalid</c>, and what Payments refuses. Nothing is saved and nothing is charged.
    /// </exception>
    public async Task<Placed> Handle(CartId id, Request request, Idempotency idempotency, CancellationToken ct)
    {
        var cart = await db.FindCart(id, ct) ?? throw Refusal.NotFound("cart");
        var version = request.Version ?? cart.Version;
        if (await Earlier(cart, version, request, ct) is { } earlier)
        {
            if (!await IsReplaced(earlier, request.Buyer, ct)) return await Resume(earlier, ct);
            if (cart is { Status: CartStatus.Ordered } && cart.Version == earlier.CartVersion) version = Replace(earlier, cart);
        }

        var quote = await quotes.Of(cart, request.Buyer.Country, ct);
        await Demand(cart, version, quote, request, ct);
        var terms = (await AcceptedTerms.InForce(texts, ct)).Demand(request.Terms);
        var order = await Place(cart, quote, request.Buyer, terms, ct);
        var payment = order.Total.IsZero ? PaidAtOnce(order) : attempts.Prepare(order);

        idempotency.Creates(order.Subject);
        await db.SaveChangesAsync(ct);
        return Of(order, payment);
    }

    /// <summary>An open cart at this version cannot have been ordered: ordering closes it and changing it raises the version.</summary>
    private async Task<Order?> Earlier(Cart cart, int version, Request request, CancellationToken ct)
    {
        if (cart.Status is CartStatus.Open && version == cart.Version) return null;
        var orders = await db.Set<Order>().Where(o => o.CartId == cart.Id && (o.CartVersion == version || o.CartVersion == cart.Version) && o.Status != OrderStatus.Canceled).ToListAsync(ct);
        return orders.Find(o => o.CartVersion == version) ?? orders.Find(o => o.IsFor(request.Buyer) && (request.Expected ?? o.Total) == o.Total);
    }

    // Who comes back from the payment page and corrects a slip in the address must not be sent to pay for what goes to the wrong one.
    private async Task<bool> IsReplaced(Order earlier, Buyer buyer, CancellationToken ct) =>
        earlier.Status is OrderStatus.Placed && !earlier.IsFor(buyer)
        && await attempts.Last(earlier, ct) is not { Status: PaymentStatus.Processing or PaymentStatus.Captured };

    // Should its page be paid all the same, the money goes back: it comes for a canceled order.
    private int Replace(Order earlier, Cart cart)
    {
        earlier.Cancel(clock.Now);
        events.Raise(earlier, new OrderCanceled(earlier.Id, "replaced"));
        cart.Reopen(clock.Now);
        return cart.Version;
    }

    private async Task<Placed> Resume(Order order, CancellationToken ct)
    {
        var waits = order.Status is OrderStatus.Placed && await attempts.Last(order, ct) is { Status: PaymentStatus.Prepared or PaymentStatus.Open } open ? open.Id : (PaymentId?)null;
        return Of(order, waits);
    }

    private async Task Demand(Cart cart, int version, Quote quote, Request request, CancellationToken ct)
    {
        if (version != cart.Version)
            throw Refusal.Conflict("cart.changed", "Your cart was changed in the meantime. Look at it again; nothing was charged.");
        if (quote.IsEmpty)
            throw Refusal.Conflict("cart.empty", "There is nothing in the cart that can be bought.");
        if (request.Buyer.Country is null && !quote.Total.IsZero && await quotes.NeedCountry(ct))
            throw Refusal.Invalid("checkout.country_required", "Choose your country: the tax depends on it.", "country");
        if (request.Expected is { } agreed ? agreed == quote.Total : !quote.HasNewPrices && quote.Withdrawn.Count == 0) return;
        throw quote.Withdrawn.Count > 0
            ? Refusal.Conflict("cart.product_withdrawn", $"“{quote.Withdrawn[0].Title}” is no longer for sale. Nothing was charged; look at what is left and confirm it.")
            : Refusal.Conflict("cart.price_changed", $"What you pay changed to {quote.Total}. Nothing was charged; look at it again and confirm it.");
    }

    private async Task<Order> Place(Cart cart, Quote quote, Buyer buyer, AcceptedTerms terms, CancellationToken ct)
    {
        var customer = await customers.Ensure(buyer.Email, buyer.Name, ct);
        var order = Order.Place(cart, quote, buyer, customer, clock);
        order.Accept(terms);
        cart.MarkOrdered([.. order.Lines.Select(l => l.ProductId)], buyer.Email, buyer.Country, clock.Now);
        db.Add(order);
        events.TellPlaced(order);
        return order;
    }

    private PaymentId? PaidAtOnce(Order order)
    {
        order.MarkPaid(clock.Now);
        events.TellPaid(order);
        return null;
    }

    private static Placed Of(Order order, PaymentId? payment) => new(order.Id, order.Number, order.Status, order.Total, order.PlacedAt, payment);
}
