using System.Collections.Frozen;

namespace Emporium.Accounts.Staff;

/// <summary>
/// The passwords that are tried first: few different characters, runs along the keyboard or the alphabet, and a common word with
/// digits and symbols around it or in place of letters.
/// </summary>
internal static class CommonPasswords
{
    private const int FewCharacters = 5;
    private const int ShortWord = 4;
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "qwertzuiop", "yxcvbnm", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn"];
    private static readonly FrozenDictionary<string, int> Words = Read();

    public static bool Holds(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < FewCharacters || IsRun(lower) || IsWord(lower);
    }

    /// <summary>How early a word is tried, from 1; null for one that is not common.</summary>
    public static int? RankOf(string word) => Words.TryGetValue(word, out var rank) ? rank : null;

    /// <summary>With letters where digits and symbols stand for them.</summary>
    public static string Plain(string text) => new([.. text.Select(Letter)]);

    // Two thirds of the steps lead to a neighbor.
    public static bool IsRun(string text) => text.Zip(text.Skip(1)).Count(pair => AreNeighbors(pair.First, pair.Second)) * 3 >= (text.Length - 1) * 2;

    private static bool AreNeighbors(char a, char b) =>
        Math.Abs(a - b) <= 1 || Array.Exists(Rows, row => row.IndexOf(a) is var i and >= 0 && row.IndexOf(b) is var j and >= 0 && Math.Abs(i - j) == 1);

    private static bool IsWord(string text)
    {
        var core = new string([.. text.AsSpan().Trim("0123456789!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~ \\").ToArray().Select(Letter)]);
        return core.Length < ShortWord || Words.ContainsKey(core[..Period(core)]);
    }

    private static char Letter(char c) => c switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c };

    /// <summary>The length of what the text repeats: 3 for "abcabc", its own length where nothing repeats.</summary>
    public static int Period(string text) =>
        Enumerable.Range(1, text.Length).First(n => text.Length % n == 0 && Enumerable.Range(n, text.Length - n).All(i => text[i] == text[i - n]));

    private static FrozenDictionary<string, int> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Index().ToFrozenDictionary(line => line.Item, line => line.Index + 1, StringComparer.Ordinal);
    }
}
