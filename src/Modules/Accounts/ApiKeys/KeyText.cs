using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Emporium.Platform;

namespace Emporium.Accounts.ApiKeys;

/// <summary>
/// How a key reads: <c>emp_test_</c> or <c>emp_live_</c>, 32 letters and digits by chance (190 bits), and 6 that are computed from all before. Scanners
/// for secrets know it by its beginning, and a slip of the finger is told from a key that is gone.
/// </summary>
internal static class KeyText
{
    public const string Brand = "emp_";
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Random = 32;
    private const int Check = 6;
    private const int Tail = 4;

    public static string New(StoreMode mode)
    {
        var text = PrefixOf(mode) + RandomNumberGenerator.GetString(Letters, Random);
        return text + CheckOf(text);
    }

    public static string PrefixOf(StoreMode mode) => mode.IsTest ? "emp_test_" : "emp_live_";

    /// <summary>Enough to recognize a key in a list, too little to guess it.</summary>
    public static string Shown(string key) => $"{key[..(key.Length - Random - Check)]}…{key[^Tail..]}";

    /// <summary>Whole and without a slip, whether or not there is such a key.</summary>
    public static bool IsWhole(string text) =>
        (text.StartsWith("emp_test_", StringComparison.Ordinal) || text.StartsWith("emp_live_", StringComparison.Ordinal))
        && text.Length == "emp_test_".Length + Random + Check && text[^Check..] == CheckOf(text[..^Check]);

    /// <summary>The first 8 bytes of SHA-256 as a number, its last six digits to the base 62.</summary>
    private static string CheckOf(string text)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return string.Create(Check, number, static (digits, rest) =>
        {
            for (var i = digits.Length - 1; i >= 0; i--) (digits[i], rest) = (Letters[(int)(rest % 62)], rest / 62);
        });
    }
}
