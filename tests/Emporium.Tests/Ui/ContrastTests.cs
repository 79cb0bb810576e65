using Emporium.Ui;

namespace Emporium.Tests.Ui;

public sealed class ContrastTests
{
    private static readonly Tokens Tokens = Tokens.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tokens.css")));

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
    public void The_measure_agrees_with_the_known_extremes()
    {
        var (white, black, red) = (new Oklch(1, 0, 0), new Oklch(0, 0, 0), new Oklch(0.62796, 0.25768, 29.234));

        Assert.Equal(21, white.Against(black), 2);
        Assert.Equal(4.0, white.Against(red), 2);
    }
}
