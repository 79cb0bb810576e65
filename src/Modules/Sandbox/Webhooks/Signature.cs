using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Sandbox.Webhooks;

/// <summary>Stripe's webhook signature (https://docs.stripe.com/webhooks#verify-manually).</summary>
internal static class Signature
{
    /// <returns><c>t=…,v1=…</c>: HMAC-SHA256 in lower-case hex over <c>t.body</c>; the key is the whole <c>whsec_…</c> text.</returns>
    public static string Of(ReadOnlySpan<byte> body, long unixSeconds, string secret)
    {
        var time = unixSeconds.ToString(CultureInfo.InvariantCulture);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{time}."));
        mac.AppendData(body);
        return $"t={time},v1={Convert.ToHexStringLower(mac.GetHashAndReset())}";
    }
}
