namespace Emporium.Platform.Settings;

/// <summary>What the merchant decides about the store's looks.</summary>
[Settings("platform.appearance")]
public sealed record Appearance
{
    /// <summary>The merchant's own color as <c>#rrggbb</c>, fitted to every ground before it is shown; null is the house's ink blue.</summary>
    public string? Accent { get; init; }
}
