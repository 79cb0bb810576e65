using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>The <c>Stripe-Signature</c> header (https://docs.stripe.com/webhooks#verify-manually): <c>t=…,v1=…</c>, HMAC-SHA256 over <c>t.body</c> under the whole <c>whsec_…</c> text.</summary>
internal static class StripeSignature
{
    private const long ToleranceSeconds = 300;

    /// <param name="secrets">More than one while the secret is being replaced.</param>
    public static bool IsGenuine(ReadOnlySpan<byte> body, string header, IEnumerable<string> secrets, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        var times = parts["t"].ToList();
        if (times is not [var time] || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > ToleranceSeconds) return false;

        var isGenuine = false;
        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes(Of(body, time, secret));
            foreach (var given in parts["v1"]) isGenuine |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(given));
        }
        return isGenuine;
    }

    private static string Of(ReadOnlySpan<byte> body, string time, string secret)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{time}."));
        mac.AppendData(body);
        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }
}
