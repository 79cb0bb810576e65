using System.Globalization;
using System.Text;

namespace Emporium.Delivery.Downloads;

/// <summary>The name under which a buyer's computer saves a file, whatever the seller called it.</summary>
internal static class FileName
{
    private const string Reserved = "/\\:*?\"<>|";
    private const int MaxLength = 150;

    /// <summary>
    /// No path, no control or direction-changing characters (<c>fdp.exe</c> read backwards looks like <c>exe.pdf</c>), no leading
    /// or trailing dots and spaces; the ending survives shortening. What Windows forbids is forbidden everywhere.
    /// </summary>
    public static string Safe(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsInvisible(rune)) continue;
            kept.Append(Reserved.Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }
        var clean = Shorten(kept.ToString().Trim().Trim('.', ' '));
        return clean.Length == 0 ? "download" : clean;
    }

    private static bool IsInvisible(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength) return name;
        var ending = Path.GetExtension(name);
        if (ending.Length > 20) ending = "";
        var stem = name[..(MaxLength - ending.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + ending;
    }
}
