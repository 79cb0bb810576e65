namespace Emporium.Platform.Settings;

/// <summary>Who the store is, on every page and in every letter.</summary>
[Settings("platform.store")]
public sealed record StoreProfile
{
    public string Name { get; init; } = "Emporium";

    /// <summary>What is sold here and by whom, in one sentence.</summary>
    public string Sentence { get; init; } = "Digital work, sold by the people who made it.";

    /// <summary>Markdown about the people who sell here.</summary>
    public string About { get; init; } = "";

    /// <summary>Where buyers write to, and the sender of the store's letters.</summary>
    public string SupportEmail { get; init; } = "hello@localhost";

    /// <summary>ISO 4217; what a visitor sees who chose nothing.</summary>
    public string Currency { get; init; } = "EUR";
}
