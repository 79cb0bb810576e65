using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Accounts.SecondFactors;

/// <summary>Codes that change with the time: RFC 6238 over RFC 4226, SHA-1, six digits, thirty seconds, which is what every authenticator app takes.</summary>
internal static class Totp
{
    /// <summary>RFC 4226 §4, R6: 160 bits.</summary>
    public const int SecretLength = 20;

    private const int Seconds = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a step: the thirty seconds counted since 1970.</summary>
    public static string CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <returns>The step whose code it is, of the present one and its two neighbors (RFC 6238 §5.2); null where it is none of them.</returns>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset at)
    {
        var typed = Encoding.ASCII.GetBytes(code);
        var now = at.ToUnixTimeSeconds() / Seconds;
        for (var step = now + 1; step >= now - 1; step--)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(secret, step)), typed)) return step;
        return null;
    }

    /// <summary>The secret as apps take it when it is typed (RFC 4648 §6, without padding).</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var value in secret)
        {
            bits = ((bits << 8) | value) & 0xfff;
            held += 8;
            for (; held >= 5; held -= 5) text.Append(Base32[(bits >> (held - 5)) & 31]);
        }
        return held == 0 ? text.ToString() : text.Append(Base32[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string Link(string store, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(store)}:{Uri.EscapeDataString(account)}?secret={Write(secret)}&issuer={Uri.EscapeDataString(store)}&digits={Digits}&period={Seconds}";
}
