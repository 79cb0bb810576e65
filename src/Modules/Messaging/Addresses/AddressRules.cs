using System.Net;
using System.Net.Sockets;

namespace Emporium.Messaging.Addresses;

/// <summary>
/// Which addresses are out in the world. Everything else (this machine, its network, the metadata service of a cloud) would let whoever
/// names an endpoint speak with what stands behind our own firewall (SSRF). The ranges are those of the IANA special-purpose registries.
/// </summary>
internal sealed class AddressRules(WebhookOptions options)
{
    private static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Within the global range: protocol assignments with Teredo, documentation, and 6to4, which hides an address of version 4.
    private static readonly IPNetwork[] Special6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private readonly IReadOnlyList<IPNetwork> allowed = options.Allowed;

    /// <summary>True where the operator opened the network by name.</summary>
    public bool IsOpened(IPAddress address) => allowed.Any(network => network.Contains(Plain(address)));

    public bool Allows(IPAddress address) => IsPublic(Plain(address)) || IsOpened(address);

    private static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => Global6.Contains(address) && !Special6.Any(network => network.Contains(address)),
        _ => false,
    };

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(text => IPNetwork.Parse(text))];
}
