using System.Globalization;

namespace Emporium.Accounts.Customers;

/// <summary>How a person may want dates and amounts written. The store's own words are English.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        ("en-GB", "English (United Kingdom)"), ("en-US", "English (United States)"), ("cs-CZ", "Čeština"), ("da-DK", "Dansk"), ("de-DE", "Deutsch"),
        ("es-ES", "Español"), ("fr-FR", "Français"), ("it-IT", "Italiano"), ("ja-JP", "日本語"), ("nl-NL", "Nederlands"), ("nb-NO", "Norsk"),
        ("pl-PL", "Polski"), ("pt-BR", "Português (Brasil)"), ("pt-PT", "Português (Portugal)"), ("fi-FI", "Suomi"), ("sv-SE", "Svenska"),
    ];

    public static bool Has(string code) => All.Any(l => l.Code == code);

    public static string NameOf(string? code) => All.FirstOrDefault(l => l.Code == code).Name ?? "Not chosen";

    /// <summary>What is written where nobody chose.</summary>
    public static CultureInfo Default { get; } = CultureInfo.GetCultureInfo("en-GB");
}
