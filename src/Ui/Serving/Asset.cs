using System.Collections.Frozen;

namespace Emporium.Ui;

/// <summary>The addresses of the design system's files.</summary>
public static class Asset
{
    internal static readonly FrozenDictionary<string, AssetFile> ByFileName =
        AssetFile.All().ToFrozenDictionary(asset => asset.FileName, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Urls =
        ByFileName.Values.ToFrozenDictionary(asset => asset.Name, asset => $"/assets/{asset.FileName}", StringComparer.Ordinal);

    /// <summary>The addresses of what a storefront page is made of, for a browser that wants to have it before it loses its network.</summary>
    public static IReadOnlyList<string> Shell { get; } =
        [.. new[] { "store.css", "store.js", "theme.js", "newsreader-latin-opsz-normal.woff2", "instrument-sans-latin-wght-normal.woff2" }.Select(Url)];

    /// <summary>A file's content as text, by its source's name.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(ByFileName.Values.First(asset => asset.Name == name).Plain);

    /// <summary>The address of a file by its source's name: <c>store.css</c> becomes <c>/assets/store.KQBWICX3.css</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Url(string name) =>
        Urls.TryGetValue(name, out var url) ? url : throw new InvalidOperationException($"The design system has no asset '{name}'.");
}
