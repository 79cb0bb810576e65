using System.Net;
using System.Net.Sockets;
using Emporium.Tests.Support;

namespace Emporium.Browser.Support;

/// <summary>A store under a name instead of a number: browsers keep passkeys for names alone (WebAuthn level 3, §5.1.3).</summary>
internal static class HouseOfItsOwn
{
    public static async Task<(TestStore Store, string Url)> Open()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        return (await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Urls"] = url, ["Store:Url"] = url }), url);
    }
}
