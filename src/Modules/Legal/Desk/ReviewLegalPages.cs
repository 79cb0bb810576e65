using Emporium.Legal.Contracts;
using Emporium.Platform.Pages;
using Emporium.Platform.Settings;

namespace Emporium.Legal.Desk;

/// <summary>The first hour: somebody has read what the store says in their name.</summary>
internal sealed class ReviewLegalPages(ISettings settings) : ISetupStep
{
    public string Name => "legal.review";

    public int Rank => 30;

    public string Title => "Read your legal pages";

    public string Reason => "They are written from your settings. Complete what only you know, and save; or write your own.";

    public string Href => "/admin/settings/legal";

    public string Permission => SettingsPermission.Manage;

    public async Task<bool> IsDone(CancellationToken ct) =>
        (await settings.Get<SellerIdentity>(ct)).IsComplete && ((await settings.Read<LegalChoices>(ct)).Version > 0 || (await settings.Read<Texts.OwnTexts>(ct)).Version > 0);
}
