using System.Globalization;
using Emporium.Ui;

namespace Emporium.Accounts.Consents;

/// <summary>How a consent is told to its giver and to the staff.</summary>
internal static class ConsentWords
{
    public static string Of(ConsentStatus status) => status switch
    {
        ConsentStatus.Asked => "not confirmed",
        ConsentStatus.Given => "given",
        _ => "ended",
    };

    public static Tone ToneOf(ConsentStatus status) => status switch
    {
        ConsentStatus.Asked => Tone.Warning,
        ConsentStatus.Given => Tone.Success,
        _ => Tone.Neutral,
    };

    public static string Title(Consent consent) => consent.Status switch
    {
        ConsentStatus.Asked => "Letters asked for, not confirmed",
        ConsentStatus.Given => "Letters agreed to",
        _ => "Letters ended",
    };

    /// <summary>The proof in a sentence.</summary>
    public static string Story(Consent consent, CultureInfo culture)
    {
        var told = $"Asked on {consent.Page}, {MomentText.Exact(consent.AskedAt, culture)}";
        if (consent.ConfirmedAt is { } confirmed) told += $"; confirmed by e-mail, {MomentText.Exact(confirmed, culture)}";
        if (consent.EndedAt is { } ended) told += $"; ended ({consent.EndedBy}), {MomentText.Exact(ended, culture)}";
        return $"{told}. Wording {consent.WordingVersion}: “{consent.Wording}”";
    }
}
