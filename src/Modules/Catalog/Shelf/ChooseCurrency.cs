using Emporium.Catalog.Contracts;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Shelf;

/// <summary>Remembers the currency a visitor wants to see, and goes back to where they were.</summary>
internal static class ChooseCurrency
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static async Task<IResult> Endpoint(HttpContext http, IOffers offers, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var currency = form["currency"].ToString();
        if (!(await offers.Currencies(ct)).Contains(currency, StringComparer.Ordinal))
            throw Refusal.Invalid("currency.not_offered", "Nothing is sold in this currency. Choose one from the list.", "currency");

        http.Response.Cookies.Append(IChosenCurrency.Cookie, currency, new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Kept, Path = "/",
        });
        return SeeOther.Within(form["returnPath"], "/");
    }
}
