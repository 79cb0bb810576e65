using System.ComponentModel.DataAnnotations;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Sales.Carts;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Checkout;

/// <summary>Checkout for programs: one call orders a cart and says where to pay.</summary>
internal static class CheckoutApi
{
    /// <param name="Country">ISO 3166-1 alpha-2, where the buyer is; needed where the store declares tax rates.</param>
    /// <param name="ExpectedTotal">What the buyer agreed to pay; another total is refused with the new cart. Without it every price must be the one in the cart.</param>
    public sealed record Request(
        [property: Required, EmailAddress, StringLength(254)] string Email,
        [property: StringLength(200)] string? Name,
        [property: StringLength(2, MinimumLength = 2)] string? Country,
        Money? ExpectedTotal);

    /// <param name="Token">The buyer's key to the order, for 90 days.</param>
    /// <param name="Pay">Null when nothing is owed, or the attempt to pay has ended.</param>
    public sealed record Answer(OrderId Order, string Number, OrderStatus Status, Money Total, string Token, PayPage? Pay);

    /// <param name="Url">The gateway's page: send the buyer there.</param>
    public sealed record PayPage(string Url);

    public static async Task<IResult> Endpoint(
        CartId id, Request request, PlaceOrder place, PaymentAttempts attempts, OrderLinks links, StoreDb db, Quotes quotes, Idempotency idempotency, CancellationToken ct)
    {
        var buyer = new Buyer(request.Email.Trim(), request.Name?.Trim() is { Length: > 0 } name ? name : null, Countries.Get(request.Country));
        try
        {
            var placed = await place.Handle(id, new(buyer, null, request.ExpectedTotal), idempotency, ct);
            var pay = placed.Payment is { } payment ? new PayPage(await attempts.PageOf(payment, ct)) : null;
            var token = links.TokenFor(placed.Id, placed.PlacedAt);
            return TypedResults.Created($"/api/v1/orders/{placed.Id}?token={token}", new Answer(placed.Id, placed.Number, placed.Status, placed.Total, token, pay));
        }
        catch (Refusal refusal) when (refusal.Code is "cart.price_changed" or "cart.product_withdrawn")
        {
            var cart = await ShowCart.Find(db, id, ct) ?? throw Refusal.NotFound("cart");
            var view = CartView.Of(cart, await quotes.Of(cart, buyer.Country, ct));
            return TypedResults.Problem(title: refusal.Message, statusCode: StatusCodes.Status409Conflict,
                extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["cart"] = view });
        }
    }
}
