using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Emporium.Platform.Security;

/// <summary>
/// Short links that say what they open and until when, and that nobody else can make: id and expiry with an HMAC-SHA256 under a
/// key derived per purpose from the master key. Nothing is stored for them.
/// </summary>
public sealed class SignedTokens(MasterKey master, TimeProvider clock)
{
    private const int IdAndExpiry = 16 + 5;
    private const int Mac = 16;

    /// <param name="purpose">What it opens; a token of one purpose opens nothing else.</param>
    public string Create(string purpose, Guid id, DateTimeOffset expires)
    {
        Span<byte> token = stackalloc byte[IdAndExpiry + Mac];
        id.TryWriteBytes(token, bigEndian: true, out _);
        token[16] = (byte)(expires.ToUnixTimeSeconds() >> 32);
        BinaryPrimitives.WriteUInt32BigEndian(token[17..], (uint)expires.ToUnixTimeSeconds());
        Sign(purpose, token[..IdAndExpiry], token[IdAndExpiry..]);
        return Base64Url.EncodeToString(token);
    }

    /// <exception cref="Refusal"><c>link.invalid</c> (404): not made by us, or for something else. <c>link.expired</c> (410).</exception>
    public Guid Read(string purpose, string text)
    {
        Span<byte> token = stackalloc byte[IdAndExpiry + Mac];
        Span<byte> mac = stackalloc byte[Mac];
        if (text.Length != Base64Url.GetEncodedLength(token.Length) || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, token) != token.Length) throw Unknown();
        Sign(purpose, token[..IdAndExpiry], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, token[IdAndExpiry..])) throw Unknown();

        var expires = DateTimeOffset.FromUnixTimeSeconds(((long)token[16] << 32) | BinaryPrimitives.ReadUInt32BigEndian(token[17..]));
        if (expires < clock.GetUtcNow()) throw Refusal.Gone("link.expired", "This link has expired. Ask for a new one; what you bought is still yours.");
        return new Guid(token[..16], bigEndian: true);
    }

    private void Sign(string purpose, ReadOnlySpan<byte> content, Span<byte> mac)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(master.Derive("token " + purpose), content, full);
        full[..Mac].CopyTo(mac);
    }

    private static Refusal Unknown() => new(RefusalKind.NotFound, "link.invalid", "This link is not one of ours, or a part of it is missing. Open it again from your e-mail.");
}
