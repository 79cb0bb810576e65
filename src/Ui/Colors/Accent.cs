namespace Emporium.Ui;

/// <summary>One scheme's share of an accent.</summary>
/// <param name="Base">Actions, links, the current thing.</param>
/// <param name="Strong">The same under the pointer.</param>
/// <param name="Wash">A ground for ink and for the accent itself.</param>
internal sealed record AccentShades(Oklch Base, Oklch Strong, Oklch Wash);

/// <summary>
/// A merchant's color, brought to the contrasts that every accent owes its grounds: 4.5:1 as text on each paper and on its own wash, and
/// under the words of a button. The hue stays; lightness moves as little as it must, and chroma gives way where a screen has no such color.
/// </summary>
internal sealed record Accent(AccentShades Light, AccentShades Dark)
{
    /// <summary>A little above the rule, so that rounding to 256 steps never falls below it.</summary>
    private const double Least = 4.55;
    private const double Step = 0.005;

    /// <summary>The ink's own blue, as tokens.css declares it.</summary>
    public static Accent House { get; } = new(
        new(new(0.45, 0.215, 264), new(0.36, 0.18, 264), new(0.93, 0.032, 262)),
        new(new(0.77, 0.12, 262), new(0.84, 0.09, 262), new(0.29, 0.065, 262)));

    public static Accent Fit(Oklch wanted) => new(
        Shades(wanted, Grounds.Light, darker: true, new Oklch(0.93, Math.Min(wanted.Chroma, 0.032), wanted.Hue)),
        Shades(wanted, Grounds.Dark, darker: false, new Oklch(0.29, Math.Min(wanted.Chroma, 0.065), wanted.Hue)));

    private static AccentShades Shades(Oklch wanted, Grounds grounds, bool darker, Oklch wash)
    {
        var away = darker ? -1 : 1;
        var ground = wash.InGamut();
        var first = wanted.InGamut();
        while (!IsLegible(first, ground, grounds)) first = Moved(wanted, first.Lightness + (away * Step));

        // Under the pointer it goes further from the paper; where there is no further, back toward it as far as the rule lets it.
        var strong = Moved(wanted, first.Lightness + (away * (darker ? 0.09 : 0.07)));
        if (strong.Lightness is < 0.12 or > 0.98) strong = Moved(wanted, first.Lightness - (away * 0.14));
        while (!IsLegible(strong, ground, grounds)) strong = Moved(wanted, strong.Lightness + (away * Step));
        return new(first, strong, ground);
    }

    private static Oklch Moved(Oklch wanted, double lightness) => (wanted with { Lightness = Math.Clamp(lightness, 0, 1) }).InGamut();

    private static bool IsLegible(Oklch color, Oklch wash, Grounds grounds) =>
        color.Against(wash) >= Least && color.Against(grounds.OnAccent) >= Least && grounds.Papers.All(paper => color.Against(paper) >= Least);
}
