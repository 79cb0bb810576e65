using Emporium.Platform.Settings;

namespace Emporium.Accounts.Consents;

/// <summary>Whether the store offers letters, and what it promises to those who want them.</summary>
[Settings("accounts.newsletter")]
internal sealed record NewsletterSettings
{
    public bool IsOffered { get; init; } = true;

    /// <summary>One sentence; kept with every consent that is given to it.</summary>
    public string Wording { get; init; } = "A letter when there is new work, at most once a month. One click in any letter ends it.";

    /// <summary>Rises when the wording changes.</summary>
    public int Version { get; init; } = 1;
}
