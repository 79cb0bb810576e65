using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Emporium.Accounts.SigningIn;

/// <summary>Where somebody signs in from.</summary>
/// <param name="UserAgent">What the browser calls itself.</param>
/// <param name="Address">As the store sees it; behind a proxy that is not trusted, the proxy's.</param>
internal sealed record Caller(string UserAgent, string Address)
{
    private const int PrefixBytes = 8;

    /// <summary>Who shares an address for the purpose of counting: an IPv6 subscriber holds a /64.</summary>
    public string Neighborhood => IPAddress.TryParse(Address, out var ip) && ip.AddressFamily is AddressFamily.InterNetworkV6
        ? Convert.ToHexStringLower(ip.GetAddressBytes().AsSpan(0, PrefixBytes))
        : Address;

    public static Caller Of(HttpContext http) => new(http.Request.Headers.UserAgent.ToString(), AddressOf(http));

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var ip => ip.ToString(),
    };
}
