using System.Net;
using System.Net.Sockets;

namespace Emporium.Messaging.Addresses;

/// <summary>
/// Opens connections to public addresses only. It looks the name up itself and connects to what it has judged, so that a name that leads
/// elsewhere a moment later (DNS rebinding) finds the door as closed as at the first time.
/// </summary>
internal sealed class GuardedConnection(AddressRules rules, NameLookup lookup)
{
    /// <exception cref="ForbiddenAddressException">One of the addresses is not public.</exception>
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var target = context.DnsEndPoint;
        var addresses = await Find(target.Host, ct);
        var mustBeOpened = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttp;
        if (Array.Find(addresses, address => !(mustBeOpened ? rules.IsOpened(address) : rules.Allows(address))) is { } inside) throw new ForbiddenAddressException(target.Host, inside);
        return await Connect(addresses, target.Port, ct);
    }

    private async Task<IPAddress[]> Find(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        var found = await lookup(host, ct);
        return found.Length > 0 ? found : throw new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<Stream> Connect(IPAddress[] addresses, int port, CancellationToken ct)
    {
        Exception? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failure)
            {
                socket.Dispose();
                if (failure is not SocketException) throw;
                last = failure;
            }
        }
        throw last!;
    }
}
