using Emporium.Platform.Settings;

namespace Emporium.Legal.Contracts;

/// <summary>What the generated pages cannot know from anywhere else.</summary>
[Settings("legal.choices")]
public sealed record LegalChoices
{
    /// <summary>Who runs the machine, and in which country: <c>Hetzner Online GmbH, Germany</c>. Empty for a machine of one's own.</summary>
    public string Hosting { get; init; } = "";

    /// <summary>Who carries the store's letters; empty where the store does it itself.</summary>
    public string MailCarrier { get; init; } = "";

    /// <summary>How to reach a data protection officer, where there is one.</summary>
    public string DataProtectionOfficer { get; init; } = "";

    /// <summary>Where people may complain; empty for the authority of the country.</summary>
    public string SupervisoryAuthority { get; init; } = "";

    /// <summary>The consumer arbitration body whose proceedings the store joins; empty for none.</summary>
    public string ArbitrationBody { get; init; } = "";
}
