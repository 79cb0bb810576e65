using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace Emporium.Host.Desk.Rooms;

/// <summary>The rooms of the settings that belong to the machinery: who the store is, its mail, its files, its languages.</summary>
internal static class SettingsRooms
{
    private const string Store = "Store";

    public static IServiceCollection AddSettingsRooms(this IServiceCollection services) => services
        .AddPrivacyNote(new PrivacyNote(60, "When we write to you", "Receipts, links to your library and answers go to your e-mail address.", "You ordered or asked for them.", LegalBasis.Contract, "A letter is kept under encryption for a year, and no longer than what it is about."))
        .AddCookieNote(new CookieNote("antiforgery", "Makes sure that a form was sent from this store.", "until you close the browser"))
        .AddSettingsEntry(new SettingsEntry(Store, "Identity", "Name, sentence, currency, and who is behind the store.", "/admin/settings/store", "store", SettingsPermission.Manage, 10));

    public static void MapSettingsRooms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("/admin/settings").RequireAuthorization(SettingsPermission.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithOrder(-1).ExcludeFromDescription();
        forms.MapPost("/store", ChangeStore.Form);
        forms.MapPost("/store/seller", ChangeSeller.Form);

        var api = routes.MapGroup("/api/v1/settings").WithTags(SettingsPermission.Tag).RequireAuthorization(SettingsPermission.Manage);
        api.MapGet("/store", Show<StoreProfile>).WithName("GetStoreSettings").WithSummary("Shows what the store calls itself.");
        api.MapPut("/store", ChangeStore.Endpoint).WithName("ChangeStoreSettings").WithSummary("Changes what the store calls itself. Names the version that was edited; an older one is refused.");
        api.MapGet("/seller", Show<SellerIdentity>).WithName("GetSellerSettings").WithSummary("Shows who is behind the store.");
        api.MapPut("/seller", ChangeSeller.Endpoint).WithName("ChangeSellerSettings").WithSummary("Changes who is behind the store. Names the version that was edited; an older one is refused.");
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<Versioned<T>>> Show<T>(ISettings settings, CancellationToken ct) where T : class, new() => TypedResults.Ok(await settings.Read<T>(ct));
}
