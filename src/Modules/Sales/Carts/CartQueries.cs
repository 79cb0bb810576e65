using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Carts;

/// <summary>How carts are found.</summary>
internal static class CartQueries
{
    private static readonly CompiledQuery<CartId, Cart?> WithLines = new((db, id, _) => db.Set<Cart>().Include(c => c.Lines).SingleOrDefault(c => c.Id == id));

    /// <summary>The cart with its lines, tracked.</summary>
    public static Task<Cart?> FindCart(this StoreDb db, CartId id, CancellationToken ct) => WithLines.Run(db, id, ct);

    /// <summary>The cart, to be changed.</summary>
    /// <exception cref="Refusal"><c>cart.not_found</c>, <c>cart.paid</c>.</exception>
    public static async Task<Cart> CartToChange(this StoreDb db, CartId id, CancellationToken ct)
    {
        var cart = await db.FindCart(id, ct) ?? throw Refusal.NotFound("cart");
        return await db.IsPaid(cart, ct)
            ? throw Refusal.Conflict("cart.paid", "What was in this cart is paid for. Start a new cart.")
            : cart;
    }

    /// <summary>True where the cart has done its work: it cannot be bought again.</summary>
    public static async Task<bool> IsPaid(this StoreDb db, Cart cart, CancellationToken ct) =>
        cart.Status is CartStatus.Ordered && await db.Set<Order>().AnyAsync(o => o.CartId == cart.Id && o.PaidAt != null, ct);
}
