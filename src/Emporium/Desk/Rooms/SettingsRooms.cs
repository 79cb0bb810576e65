using Emporium.Host.Desk.Setup;
using Emporium.Platform.Http;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Host.Desk.Rooms;

/// <summary>The rooms of the settings that belong to the machinery: who the store is, its mail, its files, its languages.</summary>
internal static class SettingsRooms
{
    private const string Store = "Store";

    public static IServiceCollection AddSettingsRooms(this IServiceCollection services) => services
        .AddToSlot<DeskHome, SetupChecklist>(0)
        .AddScoped<ISetupStep, SayWhoSells>().AddScoped<ISetupStep, SendTestLetter>().AddScoped<ISetupStep, MakeFirstBackup>()
        .AddPrivacyNote(new PrivacyNote(60, "When we write to you", "Receipts, links to your library and answers go to your e-mail address.", "You ordered or asked for them.", LegalBasis.Contract, "A letter is kept under encryption for a year, and no longer than what it is about."))
        .AddCookieNote(new CookieNote("antiforgery", "Makes sure that a form was sent from this store.", "until you close the browser"))
        .AddSettingsEntry(new SettingsEntry(Store, "Identity", "Name, sentence, currency, and who is behind the store.", "/admin/settings/store", "store", SettingsPermission.Manage, 10))
        .AddSettingsEntry(new SettingsEntry(Store, "Mail", "The server that carries your letters, and a test of it.", "/admin/settings/mail", "mail", SettingsPermission.Manage, 30))
        .AddSettingsEntry(new SettingsEntry(Store, "Languages", "What the store speaks.", "/admin/settings/languages", "globe", SettingsPermission.Manage, 50))
        .AddSettingsEntry(new SettingsEntry(Store, "Storage", "Where files are kept, and a test of it.", "/admin/settings/storage", "folder", SettingsPermission.Manage, 60));

    public static void MapSettingsRooms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/admin/settings").RequireAuthorization(SettingsPermission.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithOrder(-1).ExcludeFromDescription();
        forms.MapPost("/store", ChangeStore.Form).WithSummary("Changes the store’s name and words.");
        forms.MapPost("/store/seller", ChangeSeller.Form).WithSummary("Changes who sells here.");
        forms.MapPost("/store/mark", ChangeMark.Form).WithSummary("Changes the store’s mark.").WithMetadata(new RequestSizeLimitAttribute(ChangeMark.LargestUpload));
        forms.MapPost("/mail", ChangeMail.Form).WithSummary("Changes the mail server.").RequireStepUp();
        forms.MapPost("/mail/test", TestMail.Form).WithSummary("Sends a test letter.").RequireRateLimiting(RateLimits.SignIn);
        forms.MapPost("/storage/test", TestStorage.Form).WithSummary("Tests the file storage.");

        routes.MapPost("/admin/setup", DismissSetup.Form).WithSummary("Puts the first hour’s list away.").RequireAuthorization(SettingsPermission.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

        var api = routes.MapGroup("/api/v1/settings").WithTags(SettingsPermission.Tag).RequireAuthorization(SettingsPermission.Manage);
        api.MapGet("/store", Show<StoreProfile>).WithName("GetStoreSettings").WithSummary("Shows what the store calls itself.");
        api.MapPut("/store", ChangeStore.Endpoint).WithName("ChangeStoreSettings").WithSummary("Changes what the store calls itself. Names the version that was edited; an older one is refused.");
        api.MapGet("/seller", Show<SellerIdentity>).WithName("GetSellerSettings").WithSummary("Shows who is behind the store.");
        api.MapGet("/mail", ChangeMail.Show).WithName("GetMailSettings").WithSummary("Shows which server carries the letters; never its password.");
        api.MapPut("/mail", ChangeMail.Endpoint).RequireStepUp().WithName("ChangeMailSettings").WithSummary("Names the server that carries the letters. Names the version that was edited; an older one is refused.");
        api.MapPost("/mail/test", TestMail.Endpoint).RequireRateLimiting(RateLimits.SignIn).WithMetadata(CreatesNothing.Instance).WithName("TestMail").WithSummary("Sends a test letter at once and says what the server answered.");
        api.MapPut("/seller", ChangeSeller.Endpoint).WithName("ChangeSellerSettings").WithSummary("Changes who is behind the store. Names the version that was edited; an older one is refused.");
    }

    private static async Task<Ok<Versioned<T>>> Show<T>(ISettings settings, CancellationToken ct) where T : class, new() => TypedResults.Ok(await settings.Read<T>(ct));
}
