using Microsoft.Extensions.Configuration;

namespace Emporium.Platform;

/// <summary>The address under which the world reaches the store, without a final slash; setting <c>Store:Url</c>. Links in letters and at gateways begin with it, never with a request's Host header.</summary>
public sealed record StoreAddress(string Url)
{
    public StoreAddress(IConfiguration configuration) : this((configuration["Store:Url"] ?? "http://localhost:5080").TrimEnd('/')) { }

    public string To(string path) => Url + path;
}
