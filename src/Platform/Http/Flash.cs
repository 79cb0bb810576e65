using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>
/// One sentence for the next page, such as “Saved.”, in a cookie that lives a minute. It is signed, so that nobody but the store puts
/// words on its pages, and holds nothing that a log should not.
/// </summary>
public sealed class Flash(MasterKey master, TimeProvider clock)
{
    private const string Cookie = "flash";
    private const int LongestText = 300;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>Says it on the next page that listens. Longer words are cut.</summary>
    public void Say(HttpContext http, string text, FlashTone tone = FlashTone.Done)
    {
        var words = text.Length > LongestText ? text[..LongestText] : text;
        var content = Encoding.UTF8.GetBytes($"{(int)tone}{clock.Now.Add(Life).ToUnixTimeSeconds():x8}{words}");
        var value = Base64Url.EncodeToString([.. Sign(content), .. content]);
        http.Response.Cookies.Append(Cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Life, IsEssential = true });
    }

    /// <summary>What was said, once; null where nothing was, or too long ago, or by somebody else.</summary>
    public (string Text, FlashTone Tone)? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 4_000 } value) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Cookie);
        return Read(value);
    }

    private (string, FlashTone)? Read(string value)
    {
        const int Mac = HMACSHA256.HashSizeInBytes, Head = 1 + 8;
        if (!Base64Url.IsValid(value)) return null;
        var bytes = Base64Url.DecodeFromChars(value).AsSpan();
        if (bytes.Length <= Mac + Head || !CryptographicOperations.FixedTimeEquals(bytes[..Mac], Sign(bytes[Mac..]))) return null;

        var text = Encoding.UTF8.GetString(bytes[Mac..]);
        var expires = DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(text[1..Head], 16));
        return expires >= clock.Now ? (text[Head..], (FlashTone)(text[0] - '0')) : null;
    }

    private byte[] Sign(ReadOnlySpan<byte> content) => HMACSHA256.HashData(master.Derive("flash"), content);
}

/// <summary>How what is said went.</summary>
public enum FlashTone
{
    Done,
    Note,
    Failed,
}
