using System.Security.Cryptography;
using System.Text;
using Emporium.Accounts.SigningIn;
using Emporium.Platform;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.Links;

/// <summary>Remembers for a short while that a browser asked for a link, so that the link opens there without a question.</summary>
internal sealed class AskingBrowser(StoreAddress address)
{
    // As long as the longest link.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);
    private const int SecretLength = 43;
    private readonly string cookie = HostCookie.NameOf("emporium-asked", address);

    /// <summary>Marks the browser, with what it has already where it asks again.</summary>
    /// <returns>What the link keeps of it.</returns>
    public string Mark(HttpContext http)
    {
        var secret = http.Request.Cookies[cookie] is { Length: SecretLength } known ? known : Secret.New();
        http.Response.Cookies.Append(cookie, secret, HostCookie.Small(address, Remembered, SameSiteMode.Lax));
        return Secret.Hash(secret);
    }

    public bool Asked(HttpRequest request, Link link) => link.Browser is { } asked && request.Cookies[cookie] is { Length: SecretLength } secret
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Secret.Hash(secret)), Encoding.ASCII.GetBytes(asked));
}
