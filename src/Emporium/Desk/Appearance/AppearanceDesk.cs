using Emporium.Platform.Http;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Emporium.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk;

/// <summary>The room where the merchant chooses the store's color, and the same for programs.</summary>
internal static class AppearanceDesk
{
    public const string House = "house";
    public const string Own = "own";
    private const string Room = "/admin/settings/appearance";
    private const string Api = "/api/v1/settings/appearance";

    public static IServiceCollection AddAppearance(this IServiceCollection services) => services
        .AddCookieNote(new CookieNote("flash", "Carries one sentence, such as “Saved.”, to the next page.", "one minute"))
        .AddSettingsEntry(new SettingsEntry("Store", "Appearance", "The color of buttons, links and what is current.", Room, "palette", SettingsPermission.Manage, 12));

    public static void MapAppearance(this IEndpointRouteBuilder routes)
    {
        // In front of the page of the same address, which would take a POST too.
        routes.MapPost(Room, Form).WithOrder(-1).RequireAuthorization(SettingsPermission.Manage).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription().WithSummary("Changes the store’s color.");

        var api = routes.MapGroup(Api).WithTags(SettingsPermission.Tag).RequireAuthorization(SettingsPermission.Manage);
        api.MapGet("", Show).WithName("GetAppearance").WithSummary("Shows the store's accent, or null for the house's own.");
        api.MapPut("", Change).WithName("ChangeAppearance").WithSummary("Changes the store's accent. Names the version that was edited; an older one is refused.");
    }

    private static async Task<Ok<Versioned<Platform.Settings.Appearance>>> Show(ISettings settings, CancellationToken ct) =>
        TypedResults.Ok(await settings.Read<Platform.Settings.Appearance>(ct));

    private static async Task<Ok<Versioned<Platform.Settings.Appearance>>> Change(Versioned<Platform.Settings.Appearance> request, ChangeSettings change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(request with { Value = new() { Accent = Known(request.Value.Accent) } }, ct));

    private static async Task<IResult> Form(IFormCollection form, ChangeSettings change, CancellationToken ct)
    {
        var (choice, own) = (form["accent"].ToString(), form["own"].ToString());
        try
        {
            var accent = choice switch { House => null, Own => Known(own), _ => Known(choice) };
            await change.Handle(new Versioned<Platform.Settings.Appearance>(new() { Accent = accent }, SettingsForm.Version(form)), ct);
            return SeeOther.To(Room).Saying("The color is in use on every page.");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<AppearancePage>(new { Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    /// <exception cref="Refusal"><c>appearance.color_unknown</c>.</exception>
    private static string? Known(string? hex) => hex is null || AccentSwatches.IsColor(hex)
        ? hex?.ToLowerInvariant()
        : throw Refusal.Invalid("appearance.color_unknown", "Choose one of the colors, or write your own as # and six digits, such as #1f6b4a.", "own");
}
