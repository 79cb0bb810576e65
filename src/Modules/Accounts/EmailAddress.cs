using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Emporium.Accounts;

/// <summary>An e-mail address as a person wrote it, and the key under which it is the same address.</summary>
/// <param name="Written">Trimmed, in Unicode's composed form (NFC).</param>
/// <param name="Key">Lower case.</param>
internal sealed record EmailAddress(string Written, string Key)
{
    /// <summary>RFC 5321 §4.5.3.1.3, without the angle brackets.</summary>
    private const int MaxLength = 254;

    /// <summary>Lenient on purpose: only a letter that arrives proves an address, and whoever pays has one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (text?.Trim() is not { Length: > 0 and <= MaxLength } trimmed || trimmed.EnumerateRunes().Any(IsForbidden)) return false;

        var written = trimmed.Normalize(NormalizationForm.FormC);
        if (written.Length > MaxLength || written.Split('@') is not [{ Length: > 0 }, var domain] || !IsDomain(domain)) return false;
        address = new(written, written.ToLowerInvariant());
        return true;
    }

    /// <summary>The key to look for: of what is no address, nothing is found.</summary>
    public static string KeyOf(string? text) => TryParse(text, out var address) ? address.Key : "";

    // Half a surrogate pair enumerates as the replacement character.
    private static bool IsForbidden(Rune rune) =>
        Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar || rune.Value is '<' or '>' or ',' or ';' or '"';

    private static bool IsDomain(string domain) =>
        string.Equals(domain, "localhost", StringComparison.OrdinalIgnoreCase) ||
        (domain.Contains('.', StringComparison.Ordinal) && !domain.Split('.').Any(label => label.Length == 0));
}
