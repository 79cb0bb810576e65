using System.Collections.Frozen;

namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>
/// Liang's algorithm over the patterns of plain TeX: every pattern that occurs in the word votes at its positions, the
/// highest vote wins, an odd one allows a break. At least two letters stay before it and three go after it.
/// </summary>
internal static class Hyphenator
{
    private const int Before = 2;
    private const int After = 3;
    private const int ShortestWord = 6;

    private static readonly string[] Source = Content.Text("hyphenation/hyphen.tex").Split('\n');
    private static readonly FrozenDictionary<string, byte[]> Patterns = Group(@"\patterns{").ToFrozenDictionary(Letters, Votes, StringComparer.Ordinal);
    private static readonly int Longest = Patterns.Keys.Max(key => key.Length);

    private static readonly FrozenDictionary<string, int[]> Exceptions =
        Group(@"\hyphenation{").ToFrozenDictionary(word => word.Replace("-", "", StringComparison.Ordinal), Hyphens, StringComparer.Ordinal);

    /// <summary>Splits a word where it may be hyphenated; a word with anything but ASCII letters stays whole.</summary>
    public static IReadOnlyList<string> Split(string word)
    {
        if (word.Length < ShortestWord || !word.All(char.IsAsciiLetter) || word.Skip(1).Any(char.IsAsciiLetterUpper)) return [word];

        var lower = word.ToLowerInvariant();
        var parts = new List<string>();
        var start = 0;
        foreach (var at in Exceptions.TryGetValue(lower, out var known) ? known : Vote(lower))
        {
            parts.Add(word[start..at]);
            start = at;
        }

        return [.. parts, word[start..]];
    }

    private static IEnumerable<int> Vote(string word)
    {
        var dotted = $".{word}.";
        var votes = new byte[dotted.Length + 1];
        for (var start = 0; start < dotted.Length; start++)
        {
            for (var length = 1; length <= Math.Min(Longest, dotted.Length - start); length++)
            {
                if (!Patterns.TryGetValue(dotted.Substring(start, length), out var pattern)) continue;
                for (var i = 0; i < pattern.Length; i++) votes[start + i] = Math.Max(votes[start + i], pattern[i]);
            }
        }

        return Enumerable.Range(Before, Math.Max(0, word.Length - Before - After + 1)).Where(at => votes[at + 1] % 2 == 1);
    }

    private static IEnumerable<string> Group(string opening) =>
        Source.SkipWhile(line => !line.StartsWith(opening, StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith('}')).Select(line => line.Trim());

    private static string Letters(string pattern) => string.Concat(pattern.Where(c => !char.IsAsciiDigit(c)));

    private static byte[] Votes(string pattern)
    {
        var votes = new byte[Letters(pattern).Length + 1];
        var position = 0;
        foreach (var c in pattern)
        {
            if (char.IsAsciiDigit(c)) votes[position] = (byte)(c - '0');
            else position++;
        }

        return votes;
    }

    private static int[] Hyphens(string word) =>
        [.. word.Select((c, i) => (c, i)).Where(x => x.c == '-').Select((x, earlier) => x.i - earlier)];
}
