using System.Globalization;
using Emporium.Sales.Orders;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Checkout;

public partial class CheckoutPage
{
    /// <summary>What was typed into the checkout page, and what that page showed: the cart's version, the total on the button and the terms under it.</summary>
    public sealed record Form(string Email, string Name, string Country, int? Version, Money? Shown, string? Terms, bool WantsLetters = false)
    {
        private const int LongestEmail = 254;
        private const int LongestName = 200;

        public static Form Of(IFormCollection form) => new(
            form["email"].ToString().Trim(), form["name"].ToString().Trim(), form["country"].ToString(),
            int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            long.TryParse(form["total"], NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && Currency.IsKnown(form["currency"].ToString()) ? new Money(minor, form["currency"].ToString()) : null,
            form["terms"].ToString() is { Length: > 0 } terms ? terms : null, form["letters"].Count > 0);

        /// <exception cref="Refusal"><c>checkout.email_required</c>, <c>checkout.email_too_long</c>, <c>checkout.name_too_long</c>, <c>checkout.country_unknown</c>.</exception>
        internal Buyer DemandBuyer()
        {
            if (Email.Length == 0) throw Refusal.Invalid("checkout.email_required", "Write your e-mail address: the receipt and the link to what you buy go there.", "email");
            if (Email.Length > LongestEmail) throw Refusal.Invalid("checkout.email_too_long", "An e-mail address has at most 254 characters. Check it for a slip.", "email");
            if (Name.Length > LongestName) throw Refusal.Invalid("checkout.name_too_long", "Write your name in at most 200 characters.", "name");
            return new Buyer(Email, Name.Length > 0 ? Name : null, Countries.Get(Country));
        }
    }
}
