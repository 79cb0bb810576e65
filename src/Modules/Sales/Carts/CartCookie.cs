using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Carts;

/// <summary>Which cart a browser has. The cookie is signed: an id from a log or a shared link opens nobody's checkout page.</summary>
internal sealed class CartCookie(SignedTokens tokens, TimeProvider clock)
{
    private const string Name = "cart";

    public CartId? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } token) return null;
        try
        {
            return new CartId(tokens.Read(Name, token));
        }
        catch (Refusal)
        {
            // An old or foreign cookie is no cart; the next thing put in starts one.
            return null;
        }
    }

    public void Write(HttpContext http, CartId cart) =>
        http.Response.Cookies.Append(Name, tokens.Create(Name, cart.Value, clock.Now + Cart.Kept), Options(http));

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = Cart.Kept,
        IsEssential = true,
    };
}
