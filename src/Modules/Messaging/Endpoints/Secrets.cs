using System.Text;
using Emporium.Messaging.Sending;
using Emporium.Platform.Security;

namespace Emporium.Messaging.Endpoints;

/// <summary>The secrets with which an endpoint's messages are signed: sealed at rest under the endpoint's own key.</summary>
internal sealed class Secrets(Vault vault, TimeProvider clock)
{
    /// <summary>How long the old secret goes on signing beside the new one.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <returns>The new secret, as the receiver needs it.</returns>
    public async Task<string> Renew(WebhookEndpoint endpoint, DateTimeOffset? previousUntil, CancellationToken ct)
    {
        var secret = Signature.NewSecret();
        endpoint.TakeSecret(await vault.Seal(endpoint.Id.ToString(), Encoding.ASCII.GetBytes(secret), ct), previousUntil);
        return secret;
    }

    /// <summary>Those that sign at the moment, the newest first.</summary>
    public async Task<IReadOnlyList<string>> Of(WebhookEndpoint endpoint, CancellationToken ct)
    {
        var current = await Open(endpoint, endpoint.SealedSecret, ct);
        return endpoint.SealedPrevious is { } previous && endpoint.PreviousUntil > clock.Now ? [current, await Open(endpoint, previous, ct)] : [current];
    }

    private async Task<string> Open(WebhookEndpoint endpoint, byte[] secret, CancellationToken ct) =>
        Encoding.ASCII.GetString(await vault.Open(endpoint.Id.ToString(), secret, ct) ?? throw new InvalidOperationException($"The key of {endpoint.Id} is gone."));
}
