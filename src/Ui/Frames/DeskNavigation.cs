using System.Globalization;
using System.Security.Claims;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Ui.Frames;

/// <summary>What a person finds on the desk: the menu and the rooms of the settings, each line only for who may go there.</summary>
public sealed class DeskNavigation(IEnumerable<MenuEntry> entries, IEnumerable<SettingsEntry> rooms, IServiceScopeFactory scopes)
{
    private const int MostCounted = 99;
    private static readonly NavEntry Settings = new("Settings", "/admin/settings", "settings", Group: null, Key: 's');

    /// <summary>The menu with what waits behind its lines.</summary>
    public async Task<IReadOnlyList<NavEntry>> Menu(ClaimsPrincipal person, CancellationToken ct)
    {
        var counts = await Counts(person, ct);
        var menu = Entries(person).Select(e => new NavEntry(e.Text, e.Href, e.Icon, e.Group, counts.GetValueOrDefault(e.Href), e.Key));
        return [.. menu, .. Rooms(person).Count > 0 ? [Settings] : Array.Empty<NavEntry>()];
    }

    /// <summary>The lines of the menu in their order.</summary>
    public IReadOnlyList<MenuEntry> Entries(ClaimsPrincipal person) =>
        [.. entries.Where(e => person.May(e.Permission)).GroupBy(e => e.Group, StringComparer.Ordinal).OrderBy(g => g.Min(e => e.Rank)).SelectMany(g => g.OrderBy(e => e.Rank))];

    /// <summary>The rooms of the settings in their order.</summary>
    public IReadOnlyList<SettingsEntry> Rooms(ClaimsPrincipal person) =>
        [.. rooms.Where(e => person.May(e.Permission)).GroupBy(e => e.Group, StringComparer.Ordinal).OrderBy(g => g.Min(e => e.Rank)).SelectMany(g => g.OrderBy(e => e.Rank))];

    // In a scope of its own: the frame counts while the page itself still reads, and a context takes one question at a time.
    private async Task<Dictionary<string, string>> Counts(ClaimsPrincipal person, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mine = Entries(person).Select(e => e.Href).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in scope.ServiceProvider.GetServices<IMenuCount>().Where(s => mine.Contains(s.Href)))
        {
            if (await source.Count(ct) is var count and > 0) counts[source.Href] = count > MostCounted ? $"{MostCounted}+" : count.ToString(CultureInfo.InvariantCulture);
        }
        return counts;
    }
}
