using System.Globalization;
using System.Security.Cryptography;
using System.Text;

/// <summary>Tells whether a webhook is genuine. Needs nothing but .NET 8 or later.</summary>
public static class StandardWebhook
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="secret">The endpoint's secret, whsec_…</param>
    /// <param name="body">As it came, before anything has parsed it.</param>
    public static bool IsGenuine(string secret, string id, string timestamp, string signatures, byte[] body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance) return false;

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed);
        foreach (var signature in signatures.Split(' '))
        {
            var given = new byte[expected.Length];
            if (signature.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64String(signature[3..], given, out var length)
                && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), expected)) return true;
        }
        return false;
    }
}
