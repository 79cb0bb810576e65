namespace Emporium.Ui;

/// <summary>Accents that go well with paper and ink, for whoever has no color of their own.</summary>
public static class AccentSwatches
{
    /// <summary>By name and <c>#rrggbb</c>; the house's own comes first and has none.</summary>
    public static IReadOnlyList<(string Name, string? Hex)> All { get; } =
    [
        ("Ink blue", null), ("Bottle green", "#1f6b4a"), ("Petrol", "#0f6a73"), ("Claret", "#9c1f3b"), ("Vermilion", "#c2410c"), ("Ochre", "#a16207"), ("Plum", "#7a2e7f"), ("Graphite", "#3f4753"),
    ];

    /// <summary>Whether it is a color as a browser's picker writes it.</summary>
    public static bool IsColor(string? hex) => Oklch.FromHex(hex) is not null;

    /// <summary>As it shows on light paper, once fitted.</summary>
    public static string Shown(string? hex) => AccentPreview.Fitted(hex).Light.Base.ToHex();
}
