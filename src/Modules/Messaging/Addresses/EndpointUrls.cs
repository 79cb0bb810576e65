using System.Net;
using System.Net.Sockets;

namespace Emporium.Messaging.Addresses;

/// <summary>Judges the address that somebody gives an endpoint. What it lets pass is judged again at each connection.</summary>
internal sealed class EndpointUrls(AddressRules rules, NameLookup lookup)
{
    public const int MaxLength = 500;

    /// <returns>The address as it is stored: hosts written as numbers (<c>2130706433</c>, <c>0x7f.1</c>) are addresses by now.</returns>
    /// <exception cref="Refusal"><c>webhook.url_invalid</c>, <c>webhook.url_insecure</c>, <c>webhook.url_unknown</c>, <c>webhook.url_private</c>.</exception>
    public async Task<string> Judge(string? written, CancellationToken ct)
    {
        if (written?.Trim() is not { Length: > 0 and <= MaxLength } text || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.IdnHost.Length == 0)
            throw Refusal.Invalid("webhook.url_invalid", $"Write a whole address without a name or password in it, such as https://example.com/hooks, in at most {MaxLength} characters.", "url");

        var addresses = await Find(url, ct);
        if (url.Scheme == Uri.UriSchemeHttp && !Array.TrueForAll(addresses, rules.IsOpened))
            throw Refusal.Invalid("webhook.url_insecure", "Use an address that begins with https://, so that nobody on the way can read along.", "url");
        if (!Array.TrueForAll(addresses, rules.Allows))
            throw Refusal.Invalid("webhook.url_private", "This address leads into a private network. Webhooks go to public addresses; the operator can open a network with Webhooks:AllowedNetworks.", "url");
        return url.AbsoluteUri;
    }

    private async Task<IPAddress[]> Find(Uri url, CancellationToken ct)
    {
        if (IPAddress.TryParse(url.IdnHost, out var literal)) return [literal];
        try
        {
            if (await lookup(url.IdnHost, ct) is { Length: > 0 } found) return found;
        }
        catch (SocketException)
        {
            // Answered below: nobody knows the name.
        }
        throw Refusal.Invalid("webhook.url_unknown", $"Nobody knows where {url.IdnHost} is. Check the spelling, or try again when the name is known.", "url");
    }
}
