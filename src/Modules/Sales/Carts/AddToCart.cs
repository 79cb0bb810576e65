using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Sales.Carts;

/// <summary>Puts pieces of a product into a cart, at the price that is offered now.</summary>
internal sealed class AddToCart(IOffers offers, TimeProvider clock)
{
    public sealed record Request([property: Required] ProductId Product, [property: Range(1, CartLine.MostPieces)] int Quantity = 1);

    /// <exception cref="Refusal"><c>cart.product_unavailable</c>, <c>cart.quantity_invalid</c>, <c>cart.full</c>.</exception>
    public async Task Add(Cart cart, ProductId product, int quantity, CancellationToken ct)
    {
        var offer = (await offers.Of([product], cart.Currency, ct)).SingleOrDefault()
            ?? throw Refusal.Gone("cart.product_unavailable", $"This is not for sale in {cart.Currency} at the moment.");
        cart.Add(offer, quantity, clock.Now);
    }

    public static async Task<Created<CartView>> Endpoint(
        CartId id, Request request, AddToCart add, StoreDb db, Quotes quotes, Idempotency idempotency, CancellationToken ct)
    {
        var cart = await db.CartToChange(id, ct);
        if (idempotency.Resource is null)
        {
            await add.Add(cart, request.Product, request.Quantity, ct);
            idempotency.Creates(cart.Id.ToString());
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Created($"/api/v1/carts/{id}", CartView.Of(cart, await quotes.Of(cart, cart.Country, ct)));
    }

    /// <summary>The form of a product page. A browser without a cart, or whose cart is paid, gets a new one.</summary>
    public static async Task<IResult> Page(
        [FromForm] ProductId product, [FromForm] int? quantity, HttpContext http, AddToCart add, StartCart start, CartCookie cookie, StoreDb db, CancellationToken ct)
    {
        try
        {
            var cart = await Usable(cookie.Read(http), db, ct) ?? await start.AddFor(http, ct);
            await add.Add(cart, product, quantity ?? 1, ct);
            await db.SaveChangesAsync(ct);
            cookie.Write(http, cart.Id);
            return SeeOther.To("/cart");
        }
        catch (Refusal refusal)
        {
            return CartPage.With(refusal);
        }
    }

    private static async Task<Cart?> Usable(CartId? id, StoreDb db, CancellationToken ct) =>
        id is { } known && await db.FindCart(known, ct) is { } cart && !await db.IsPaid(cart, ct) ? cart : null;
}
