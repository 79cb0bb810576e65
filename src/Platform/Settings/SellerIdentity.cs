using System.Text.Json.Serialization;

namespace Emporium.Platform.Settings;

/// <summary>Who is behind the store in the eyes of the law: what an imprint has to say (Directive 2000/31/EC, article 5).</summary>
[Settings("platform.seller")]
public sealed record SellerIdentity
{
    /// <summary>The person or the company, with its legal form.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>Street, postal code and town, in lines. A box at the post office is not enough.</summary>
    public string Address { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";

    /// <summary>Optional.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The register, where there is one: <c>Commercial register of Lisbon</c>.</summary>
    public string Register { get; init; } = "";

    public string RegistrationNumber { get; init; } = "";

    /// <summary>VAT identification number or what stands for it.</summary>
    public string VatNumber { get; init; } = "";

    /// <summary>Who answers for what is written here; by default the legal name.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>True where the three things that no imprint may lack are there.</summary>
    [JsonIgnore]
    public bool IsComplete => LegalName.Length > 0 && Address.Length > 0 && Country.Length > 0;
}
