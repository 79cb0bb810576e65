using System.Globalization;
using Emporium.Platform.Data;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Carts;

/// <summary>A cart to look at: whole for the API, as a number for the header of every page.</summary>
internal static class ShowCart
{
    private static readonly CompiledQuery<CartId, int> Pieces = new((db, id, _) => db.Set<CartLine>().Where(l => l.CartId == id).Sum(l => l.Quantity));

    public static async Task<Ok<CartView>> Endpoint(CartId id, StoreDb db, Quotes quotes, CancellationToken ct)
    {
        var cart = await Find(db, id, ct) ?? throw Refusal.NotFound("cart");
        return TypedResults.Ok(CartView.Of(cart, await quotes.Of(cart, cart.Country, ct)));
    }

    /// <summary>The cart to look at, untracked; null where it is gone.</summary>
    public static Task<Cart?> Find(StoreDb db, CartId id, CancellationToken ct) =>
        db.Set<Cart>().AsNoTracking().Include(c => c.Lines).SingleOrDefaultAsync(c => c.Id == id, ct);

    /// <summary>What the link to the cart says: a fragment that cached pages load for themselves.</summary>
    public static async Task<ContentHttpResult> Badge(HttpContext http, CartCookie cookie, StoreDb db, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var pieces = cookie.Read(http) is { } id ? await Pieces.Run(db, id, ct) : 0;
        return TypedResults.Content(pieces == 0 ? "Cart" : string.Create(CultureInfo.InvariantCulture, $"Cart <span class=\"cart-count\">{pieces}</span>"), "text/html; charset=utf-8");
    }
}
