using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Accounts;

/// <summary>256 random bits that one person carries and of which we keep the hash: unguessable, so a plain SHA-256 is enough.</summary>
internal static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
