using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Licensing.Keys;

/// <summary>
/// A license key: <c>EMP-</c> and 25 characters of Crockford's base 32 in groups of five. 24 are random (120 bits), the last is a
/// check character. A key is read as people write it: in any case, with or without hyphens and spaces, O for 0, I or L for 1.
/// </summary>
/// <remarks>
/// The characters are the coefficients of a polynomial over GF(32), and a key is good where it vanishes at the field's generator:
/// each place has its own non-zero weight, so every single wrong character and every exchange of two different characters,
/// neighbors or not, is noticed.
/// </remarks>
internal readonly record struct LicenseKey
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Prefix = "EMP";
    private const int Length = 25;
    private const int GroupLength = 5;
    private const int LongestInput = 100;

    private readonly string characters;

    private LicenseKey(string characters) => this.characters = characters;

    /// <summary>The last four characters, by which a person can tell keys apart.</summary>
    public string Hint => characters[^4..];

    /// <summary>SHA-256 of the key, lower-case hex: enough to find it, useless for making it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(characters)));

    public static LicenseKey New()
    {
        Span<char> key = stackalloc char[Length];
        RandomNumberGenerator.GetItems(Alphabet, key[..^1]);
        key[^1] = Alphabet[TimesGenerator(Remainder(key[..^1]))];
        return new(new string(key));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out LicenseKey key)
    {
        key = default;
        if (text is null or { Length: > LongestInput }) return false;
        var written = string.Concat(text.Where(c => c is not ('-' or '–' or '_') && !char.IsWhiteSpace(c)).Select(Canonical));
        if (written.Length == Prefix.Length + Length && written.StartsWith(Prefix, StringComparison.Ordinal)) written = written[Prefix.Length..];
        if (written.Length != Length || !written.All(Alphabet.Contains) || Remainder(written) != 0) return false;
        key = new(written);
        return true;
    }

    public override string ToString() => $"{Prefix}-{string.Join('-', characters.Chunk(GroupLength).Select(group => new string(group)))}";

    private static char Canonical(char c) => char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };

    /// <summary>The polynomial's value at the generator, by Horner's rule.</summary>
    private static int Remainder(ReadOnlySpan<char> characters)
    {
        var value = 0;
        foreach (var c in characters) value = TimesGenerator(value) ^ Alphabet.IndexOf(c);
        return value;
    }

    /// <summary>Multiplication by x in GF(2)[x] / (x⁵ + x² + 1), where x generates all 31 non-zero elements.</summary>
    private static int TimesGenerator(int value) => (value << 1) ^ ((value & 0b1_0000) == 0 ? 0 : 0b10_0101);
}
