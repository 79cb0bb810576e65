using System.Globalization;
using System.Text.RegularExpressions;

namespace Emporium.Ui;

/// <summary>What tokens.css declares: colors in two schemes, which of them stand on which, and which must be told apart.</summary>
internal sealed partial class TokenSheet
{
    /// <param name="Least">The contrast that it owes, by WCAG 2.2.</param>
    public sealed record Pair(string Front, string Ground, double Least);

    /// <summary>That of this program.</summary>
    public static TokenSheet Own { get; } = Read(System.Text.Encoding.UTF8.GetString(AssetFile.Read("tokens.css")!));

    public required IReadOnlyDictionary<string, (Oklch Light, Oklch Dark)> Colors { get; init; }

    public required IReadOnlyList<Pair> Pairs { get; init; }

    public required IReadOnlyList<string> Apart { get; init; }

    public static TokenSheet Read(string css) => new()
    {
        Colors = ColorLine().Matches(css).ToDictionary(
            line => line.Groups["name"].Value,
            line => (Color(line, "light"), Color(line, "dark")),
            StringComparer.Ordinal),
        Pairs = [.. PairLine().Matches(css).SelectMany(Cross)],
        Apart = [.. ApartLine().Matches(css).SelectMany(line => Names(line.Groups["names"].Value))],
    };

    private static Oklch Color(Match line, string scheme)
    {
        var parts = line.Groups[scheme].Value.Split(' ');
        return new(Number(parts[0].TrimEnd('%')) / 100, Number(parts[1]), Number(parts[2]));
    }

    private static IEnumerable<Pair> Cross(Match line) =>
        from front in Names(line.Groups["fronts"].Value)
        from ground in Names(line.Groups["grounds"].Value)
        select new Pair(front, ground, line.Groups["rule"].Value == "text" ? 4.5 : 3);

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"--(?<name>[a-z-]+): light-dark\(oklch\((?<light>[^)]+)\), oklch\((?<dark>[^)]+)\)\);", RegexOptions.NonBacktracking)]
    private static partial Regex ColorLine();

    [GeneratedRegex(@"@(?<rule>text|control)\s+(?<fronts>[a-z, -]+?)\s+on\s+(?<grounds>[a-z, -]+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PairLine();

    [GeneratedRegex(@"@apart\s+(?<names>[a-z, -]+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ApartLine();
}
