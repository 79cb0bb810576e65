using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sales.Carts;

/// <summary>Starts an empty cart in a currency in which the store sells.</summary>
internal sealed class StartCart(StoreDb db, IOffers offers, StoreMode mode, TimeProvider clock)
{
    /// <param name="Currency">ISO 4217; the store's own where none is given.</param>
    public sealed record Request([property: RegularExpression("^[A-Z]{3}$", ErrorMessage = "A currency has three capital letters, such as EUR.")] string? Currency);

    /// <summary>Adds the cart to the current unit of work.</summary>
    /// <exception cref="Refusal"><c>cart.currency_unsupported</c>, <c>cart.nothing_for_sale</c>.</exception>
    public async Task<Cart> Add(string? currency, CancellationToken ct)
    {
        var sold = await offers.Currencies(ct);
        if (sold.Count == 0) throw Refusal.Conflict("cart.nothing_for_sale", "Nothing is for sale here yet.");
        var cart = Cart.Start(CartId.New(clock), Supported(sold, currency ?? sold[0]), mode.Book, clock.Now);
        db.Add(cart);
        return cart;
    }

    /// <summary>In the currency in which the visitor looks at the store, where something is sold in it.</summary>
    public async Task<Cart> AddFor(HttpContext http, CancellationToken ct) =>
        await Add((await offers.Currencies(ct)).FirstOrDefault(c => c == http.Request.Cookies["currency"]), ct);

    public static async Task<Created<CartView>> Endpoint(Request request, StartCart start, StoreDb db, Idempotency idempotency, CancellationToken ct)
    {
        if (CartId.TryParse(idempotency.Resource, null, out var made) && await db.FindCart(made, ct) is { } known) return Created(known);

        var cart = await start.Add(request.Currency, ct);
        idempotency.Creates(cart.Id.ToString());
        await db.SaveChangesAsync(ct);
        return Created(cart);
    }

    /// <summary>The currency, where anything is sold in it.</summary>
    public static string Supported(IReadOnlyList<string> sold, string currency) => sold.Contains(currency)
        ? currency
        : throw Refusal.Invalid("cart.currency_unsupported", $"Nothing is sold in {currency} here. Choose one of {string.Join(", ", sold)}.", "currency");

    private static Created<CartView> Created(Cart cart) =>
        TypedResults.Created($"/api/v1/carts/{cart.Id}", CartView.Of(cart, new(cart.Currency, [], [])));
}
