using Emporium.Platform;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.SigningIn;

/// <summary>What the cookies of the doors have in common: for this very host, for no script, and over https where the store has it.</summary>
internal static class HostCookie
{
    /// <summary>Browsers accept a <c>__Host-</c> cookie only from this very host, over https.</summary>
    public static string NameOf(string name, StoreAddress address) => IsSecure(address) ? $"__Host-{name}" : name;

    public static bool IsSecure(StoreAddress address) => address.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>A cookie that refers to a session.</summary>
    public static void Session(CookieAuthenticationOptions options, string name, TimeSpan longest, StoreAddress address)
    {
        options.Cookie.Name = NameOf(name, address);
        options.Cookie.SecurePolicy = IsSecure(address) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = longest;
        options.SlidingExpiration = false;
        options.ReturnUrlParameter = "returnUrl";
    }

    /// <summary>A small cookie of the sign-in: for these minutes.</summary>
    /// <param name="from">Lax where the page it belongs to is reached from a mail.</param>
    public static CookieOptions Small(StoreAddress address, TimeSpan lives, SameSiteMode from = SameSiteMode.Strict) => new()
    {
        HttpOnly = true,
        SameSite = from,
        Secure = IsSecure(address),
        Path = "/",
        MaxAge = lives,
        IsEssential = true,
    };
}
