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

/// <summary>Changes what is in a cart: quantities, what is taken out, the currency.</summary>
internal sealed class ChangeCart(StoreDb db, IOffers offers, Quotes quotes, CartCookie cookie, TimeProvider clock)
{
    public sealed record Request([property: Range(1, CartLine.MostPieces)] int Quantity);

    public async Task<CartView> Change(CartId id, Action<Cart, DateTimeOffset> change, CancellationToken ct)
    {
        var cart = await db.CartToChange(id, ct);
        change(cart, clock.Now);
        await db.SaveChangesAsync(ct);
        return CartView.Of(cart, await quotes.Of(cart, cart.Country, ct));
    }

    /// <exception cref="Refusal"><c>cart.currency_unsupported</c>.</exception>
    public async Task SwitchTo(CartId id, string currency, CancellationToken ct)
    {
        StartCart.Supported(await offers.Currencies(ct), currency);
        var cart = await db.CartToChange(id, ct);
        cart.SwitchTo(currency, await offers.Of([.. cart.Lines.Select(l => l.ProductId)], currency, ct), clock.Now);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<Ok<CartView>> Patch(CartId id, ProductId product, Request request, ChangeCart cart, CancellationToken ct) =>
        TypedResults.Ok(await cart.Change(id, (c, at) => c.Change(product, request.Quantity, at), ct));

    public static async Task<Ok<CartView>> Delete(CartId id, ProductId product, ChangeCart cart, CancellationToken ct) =>
        TypedResults.Ok(await cart.Change(id, (c, at) => c.Remove(product, at), ct));

    /// <summary>The form of a line on the cart page; a quantity of zero takes the line out.</summary>
    public static Task<IResult> LineForm(ProductId product, [FromForm] int? quantity, HttpContext http, ChangeCart cart, CancellationToken ct) =>
        cart.OnPage(http, id => cart.Change(id, (c, at) =>
        {
            if (quantity is { } wanted and not 0) c.Change(product, wanted, at);
            else c.Remove(product, at);
        }, ct));

    public static Task<IResult> CurrencyForm([FromForm] string? currency, HttpContext http, ChangeCart cart, CancellationToken ct) =>
        cart.OnPage(http, id => cart.SwitchTo(id, currency ?? "", ct));

    private async Task<IResult> OnPage(HttpContext http, Func<CartId, Task> change)
    {
        try
        {
            if (cookie.Read(http) is { } id) await change(id);
            return SeeOther.To("/cart");
        }
        catch (Refusal refusal)
        {
            return CartPage.With(refusal);
        }
    }
}
