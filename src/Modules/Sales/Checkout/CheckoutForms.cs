using Emporium.Accounts.Contracts;
using Emporium.Platform.Http;
using Emporium.Sales.Carts;
using Emporium.Sales.Orders;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Checkout;

/// <summary>The form of the checkout page. Refused, the page comes back with what was typed; accepted, the buyer goes to the gateway's page, or to thank-you where nothing is owed.</summary>
internal static class CheckoutForms
{
    public static async Task<IResult> Page(
        IFormCollection form, HttpContext http, CartCookie cookie, PlaceOrder place, PaymentAttempts attempts, OrderLinks links, INewsletter newsletter, Idempotency idempotency, CancellationToken ct)
    {
        var entered = CheckoutPage.Form.Of(form);
        if (cookie.Read(http) is not { } cart) return SeeOther.To("/cart");
        if (form["do"] == "update") return CheckoutPage.With(entered, null);

        PlaceOrder.Placed placed;
        try
        {
            placed = await place.Handle(cart, new(entered.DemandBuyer(), entered.Version, entered.Shown, entered.Terms), idempotency, ct);
        }
        catch (Refusal refusal)
        {
            return CheckoutPage.With(entered, refusal);
        }
        if (entered.WantsLetters) newsletter.Ask(entered.Email, "/checkout");
        return SeeOther.To(await WhereTo(placed, attempts, links, ct));
    }

    /// <summary>The order stands, whether or not the gateway answers: its own page offers to try again.</summary>
    private static async Task<string> WhereTo(PlaceOrder.Placed placed, PaymentAttempts attempts, OrderLinks links, CancellationToken ct)
    {
        var waiting = links.ThanksPath(placed.Id, placed.PlacedAt);
        if (placed.Payment is not { } payment) return waiting;
        try
        {
            return await attempts.PageOf(payment, ct);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Unavailable or RefusalKind.Conflict)
        {
            return $"{waiting}&failed={Uri.EscapeDataString(refusal.Code)}";
        }
    }
}
