using System.Text.RegularExpressions;
using Emporium.Tests.Support;
using Emporium.Ui;

namespace Emporium.Tests.Ui;

public sealed partial class ContrastTests
{
    private const double ToldApart = 0.1;

    private static readonly TokenSheet Tokens = TokenSheet.Own;

    // A hairline divides what whitespace has divided already.
    private static readonly string[] Free = ["line"];

    public static TheoryData<string, string, double> Pairs => [.. Tokens.Pairs.Select(pair => (pair.Front, pair.Ground, pair.Least))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_declared_pair_is_legible_in_both_schemes(string front, string ground, double least)
    {
        var (first, second) = (Tokens.Colors[front], Tokens.Colors[ground]);

        Assert.True(first.Light.Against(second.Light) >= least, $"light: {front} on {ground} is {first.Light.Against(second.Light):0.00}, not {least}");
        Assert.True(first.Dark.Against(second.Dark) >= least, $"dark: {front} on {ground} is {first.Dark.Against(second.Dark):0.00}, not {least}");
    }

    [Fact]
    public void Every_color_stands_in_a_pair()
    {
        var paired = Tokens.Pairs.SelectMany(pair => new[] { pair.Front, pair.Ground }).Concat(Free);

        Assert.Empty(Tokens.Colors.Keys.Except(paired, StringComparer.Ordinal));
    }

    [Fact]
    public void No_rule_puts_a_text_on_a_ground_that_is_not_declared()
    {
        var declared = Tokens.Pairs.Select(p => (p.Front, p.Ground)).ToHashSet();
        var strays = from file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "Ui", "Assets"), "*.css", SearchOption.AllDirectories)
                     from rule in Rule().Matches(File.ReadAllText(file))
                     let text = Text().Match(rule.Value).Groups[1].Value
                     let ground = Ground().Match(rule.Value).Groups[1].Value
                     where Tokens.Colors.ContainsKey(text) && Tokens.Colors.ContainsKey(ground) && !declared.Contains((text, ground))
                     select $"{Path.GetFileName(file)}: {text} on {ground}";

        Assert.Empty(strays);
    }

    [Fact]
    public void Charts_are_told_apart_by_every_eye()
    {
        Assert.True(Tokens.Apart.Count >= 4);
        foreach (var (sight, sees) in Sight.All)
        {
            foreach (var (first, second) in from a in Tokens.Apart from b in Tokens.Apart where string.CompareOrdinal(a, b) < 0 select (a, b))
            {
                var (one, other) = (Tokens.Colors[first], Tokens.Colors[second]);
                var least = Math.Min(sees(one.Light).DistanceTo(sees(other.Light)), sees(one.Dark).DistanceTo(sees(other.Dark)));
                Assert.True(least >= ToldApart, $"{sight}: {first} and {second} are {least:0.00} apart, not {ToldApart}");
            }
        }
    }

    [Fact]
    public void The_measures_agree_with_the_known_extremes()
    {
        var (white, black, red) = (new Oklch(1, 0, 0), new Oklch(0, 0, 0), new Oklch(0.62796, 0.25768, 29.234));

        Assert.Equal(21, white.Against(black), 2);
        Assert.Equal(4.0, white.Against(red), 2);
        Assert.Equal(1, white.DistanceTo(black), 3);
    }

    // The innermost declarations of a rule: from a brace, or the end of a declaration or a nested rule, up to the next brace.
    [GeneratedRegex(@"\{[^{}]*")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<![\w-])color: var\(--([a-z-]+)\)")]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w-])background(?:-color)?: var\(--([a-z-]+)\)")]
    private static partial Regex Ground();
}
