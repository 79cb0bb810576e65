using System.Text;

namespace Emporium.Catalog.Search;

/// <summary>What somebody looks for: words of letters and digits and nothing else, so that no operator of a query language survives. All must occur; the last one may be a beginning.</summary>
internal sealed record SearchWords(IReadOnlyList<string> All)
{
    public const int MaxLength = 200;
    private const int MaxWords = 12;

    /// <returns>Null where nothing is asked for.</returns>
    /// <exception cref="Refusal"><c>search.too_long</c>.</exception>
    public static SearchWords? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > MaxLength) throw Refusal.Invalid("search.too_long", $"Search for at most {MaxLength} characters.", "q");
        var words = Split(text.Normalize(NormalizationForm.FormC));
        return words.Count <= MaxWords ? new(words) : throw Refusal.Invalid("search.too_long", $"Search for at most {MaxWords} words.", "q");
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Append(' '))
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }
}
