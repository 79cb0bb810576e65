using System.Collections.Frozen;
using System.Text.Json;

namespace Emporium.Ui;

/// <summary>The drawings that <c>Assets/icons.txt</c> takes from Lucide.</summary>
internal static class Icons
{
    private static readonly FrozenDictionary<string, string> Markup =
        JsonSerializer.Deserialize<Dictionary<string, string>>(AssetFile.Read("icons.json"))!.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Markup.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No icon has this name; add it to Assets/icons.txt.</exception>
    public static string Get(string name) =>
        Markup.TryGetValue(name, out var markup) ? markup : throw new InvalidOperationException($"There is no icon '{name}'.");
}
