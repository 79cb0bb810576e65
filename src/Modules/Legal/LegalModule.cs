using Emporium.Legal.Choices;
using Emporium.Legal.Contracts;
using Emporium.Legal.Desk;
using Emporium.Legal.Texts;
using Emporium.Legal.Writing;
using Emporium.Platform;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Legal;

/// <summary>
/// What the store owes the law: imprint, terms, privacy and refund policy, written from what the settings and the modules say, each
/// version kept; and what a visitor chose about cookies. Asks Catalog for the refund days; tells nobody.
/// </summary>
public sealed class LegalModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LegalShelf>().AddScoped<ILegalTexts, LegalTexts>().AddScoped<LegalWriter>().AddScoped<FactFinder>();
        services.AddScoped<WriteLegalText>().AddScoped<IPersonalData, NoPersonalData>();
        services.AddScoped<ISetupStep, ReviewLegalPages>().AddScoped<ChoosePrivacy>().AddJob<DropOldProofs>("legal.drop-old-proofs", TimeSpan.FromHours(24));
        services.AddPrivacyNote(new(10, "When you look around", "Your browser sends its network address with each request, as every browser must.", "We need it to answer, and to hold back whoever asks too often.", LegalBasis.Interest, "It stays in memory for about a minute and is not written down."));
        services.AddSettingsEntry(new SettingsEntry("Store", "Legal pages", "Imprint, terms, privacy and refunds: generated, or in your own words.", "/admin/settings/legal", "scale", SettingsPermission.Manage, 40));
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost(PrivacyChoicesPage.Address, ChoosePrivacy.Endpoint).AllowAnonymous().DisableAntiforgery().RequireSameOrigin().RequireRateLimiting(RateLimits.Forms).WithOrder(-1).ExcludeFromDescription();

        var forms = routes.MapGroup("/admin/settings/legal").RequireAuthorization(SettingsPermission.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithOrder(-1).ExcludeFromDescription();
        forms.MapPost("", ChangeLegalChoices.Form).WithSummary("Changes what the legal pages say of the seller.");
        forms.MapPost("/{page}", WriteLegalText.Form).WithSummary("Writes a legal page.");

        var api = routes.MapGroup("/api/v1/settings/legal").WithTags(SettingsPermission.Tag).RequireAuthorization(SettingsPermission.Manage);
        api.MapGet("", ChangeLegalChoices.Show).WithName("GetLegalSettings").WithSummary("Shows what the legal pages say beyond the other settings.");
        api.MapPut("", ChangeLegalChoices.Endpoint).WithName("ChangeLegalSettings").WithSummary("Changes what the legal pages say beyond the other settings. Names the version that was edited; an older one is refused.");
        api.MapGet("/{page}", WriteLegalText.Show).WithName("GetLegalText").WithSummary("Shows a legal page: the text in force, and the generated one.");
        api.MapPut("/{page}", WriteLegalText.Endpoint).WithName("ChangeLegalText").WithSummary("Replaces a legal page by a text of one's own, or, without one, by the generated text.");
    }
}
