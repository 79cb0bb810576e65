using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Emporium.Platform;
using Emporium.Platform.Security;

namespace Emporium.Accounts.SigningIn;

/// <summary>Carries a small thing through a browser and back: sealed (AES-256-GCM), for one purpose, until a moment. Nothing is stored for it.</summary>
internal sealed class Envelope(MasterKey master, TimeProvider clock)
{
    private const int Overhead = 12 + 16;

    public string Seal<T>(string purpose, T content, TimeSpan validFor) where T : class =>
        Base64Url.EncodeToString(MasterKey.Encrypt(KeyOf(purpose), JsonSerializer.SerializeToUtf8Bytes(new Letter<T>(content, clock.Now + validFor), Json.Options)));

    /// <returns>Null where it was not sealed here for this purpose, was changed, or its time is over.</returns>
    public T? Open<T>(string purpose, string? text) where T : class
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text, out var length) || length <= Overhead) return null;
        try
        {
            var letter = JsonSerializer.Deserialize<Letter<T>>(MasterKey.Decrypt(KeyOf(purpose), Base64Url.DecodeFromChars(text)), Json.Options);
            return letter is not null && letter.Until > clock.Now ? letter.Content : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] KeyOf(string purpose) => master.Derive("envelope " + purpose);

    private sealed record Letter<T>(T Content, DateTimeOffset Until);
}
