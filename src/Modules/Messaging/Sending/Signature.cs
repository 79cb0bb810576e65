using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Messaging.Sending;

/// <summary>
/// The symmetric signature of the Standard Webhooks specification 1.0: HMAC-SHA256 over <c>id.timestamp.body</c>, one <c>v1,</c> for each
/// secret that is good at the moment (https://github.com/standard-webhooks/standard-webhooks).
/// </summary>
internal static class Signature
{
    public const string SecretPrefix = "whsec_";
    private const int SecretBytes = 32;

    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <param name="secrets">As receivers hold them, <c>whsec_…</c>; the newest first.</param>
    public static string Of(IEnumerable<string> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var content = new byte[Encoding.ASCII.GetByteCount(Head(id, at)) + body.Length];
        var head = Encoding.ASCII.GetBytes(Head(id, at), content);
        body.CopyTo(content.AsSpan(head));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), content))}"));
    }

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Head(string id, DateTimeOffset at) => $"{id}.{Timestamp(at)}.";
}
