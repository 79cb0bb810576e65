using Emporium.Legal.Contracts;
using Emporium.Legal.Texts;
using Emporium.Platform.Settings;

namespace Emporium.Legal.Writing;

/// <summary>Writes a legal page as Markdown: the merchant's own text, or one that follows from the settings.</summary>
internal sealed class LegalWriter(ISettings settings, FactFinder facts)
{
    public async Task<(string Markdown, bool IsOwn)> Write(LegalPage page, CancellationToken ct) =>
        (await settings.Get<OwnTexts>(ct)).ByPage.TryGetValue(page, out var own) ? (own, true) : (await Generate(page, ct), false);

    /// <summary>The generated text, whether or not it is the one in force.</summary>
    public async Task<string> Generate(LegalPage page, CancellationToken ct)
    {
        var known = await facts.Find(ct);
        return page switch
        {
            LegalPage.Imprint => Imprint.Of(known),
            LegalPage.Terms => Terms.Of(known),
            LegalPage.Privacy => PrivacyPolicy.Of(known),
            _ => RefundPolicy.Of(known),
        };
    }
}
