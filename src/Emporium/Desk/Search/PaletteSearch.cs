using System.Security.Claims;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Ui.Frames;

namespace Emporium.Host.Desk;

/// <summary>Something found, under the name of its kind.</summary>
public sealed record PaletteGroup(string Name, IReadOnlyList<PaletteHit> Hits);

/// <summary>The desk's search: its own pages by their names, and whatever the modules find. Everybody finds what they may open.</summary>
internal sealed class PaletteSearch(DeskNavigation navigation, IEnumerable<IPaletteSource> sources)
{
    private const int MostOfAKind = 6;
    private const int LongestText = 200;

    /// <param name="text">Nothing finds every page.</param>
    public async Task<IReadOnlyList<PaletteGroup>> Find(ClaimsPrincipal person, string? text, CancellationToken ct)
    {
        var words = text?.Trim() ?? "";
        if (words.Length > LongestText) words = words[..LongestText];

        var groups = new List<PaletteGroup>();
        if (words.Length > 0)
        {
            foreach (var source in sources.Where(s => person.May(s.Permission)).OrderBy(s => s.Rank)) groups.Add(new(source.Group, await source.Find(words, MostOfAKind, ct)));
        }
        groups.Add(new("Pages", Pages(person, words)));
        groups.Add(new("Settings", Rooms(person, words)));
        return [.. groups.Where(g => g.Hits.Count > 0)];
    }

    private List<PaletteHit> Pages(ClaimsPrincipal person, string words) =>
        [.. navigation.Entries(person).Where(e => Matches(words, e.Text, e.Group)).Select(e => new PaletteHit(e.Text, e.Key is { } key ? $"g {key}" : null, e.Href, e.Icon))];

    private List<PaletteHit> Rooms(ClaimsPrincipal person, string words) =>
        [.. navigation.Rooms(person).Where(r => Matches(words, r.Text, r.Explanation)).Select(r => new PaletteHit(r.Text, r.Explanation, r.Href, r.Icon))];

    /// <summary>Each word begins a word of the text.</summary>
    private static bool Matches(string words, params ReadOnlySpan<string> texts)
    {
        var all = string.Join(' ', texts).Split([' ', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries);
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Array.Exists(all, known => known.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }
}
