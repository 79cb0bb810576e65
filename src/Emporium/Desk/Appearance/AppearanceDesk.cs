using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Emporium.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Host.Desk;

/// <summary>The room where the merchant chooses the store's color.</summary>
internal static class AppearanceDesk
{
    public const string House = "house";
    public const string Own = "own";
    private const string Path = "/admin/settings/appearance";

    public static IServiceCollection AddAppearance(this IServiceCollection services) => services
        .AddCookieNote(new CookieNote("flash", "Carries one sentence, such as “Saved.”, to the next page.", "one minute"))
        .AddSettingsEntry(new SettingsEntry("Store", "Appearance", "The color of buttons, links and what is current.", Path, "palette", SettingsPermission.Manage, 12));

    // In front of the page of the same address, which would take a POST too.
    public static void MapAppearance(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Save).WithOrder(-1).RequireAuthorization(SettingsPermission.Manage).ExcludeFromDescription();

    private static async Task<IResult> Save([FromForm] string? accent, [FromForm] string? own, ISettings settings, StoreDb db, CancellationToken ct)
    {
        try
        {
            await settings.Set(await settings.Get<Platform.Settings.Appearance>(ct) with { Accent = Chosen(accent, own) }, ct);
            await db.SaveChangesAsync(ct);
            return SeeOther.To(Path).Saying("The color is in use on every page.");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<AppearancePage>(new { Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static string? Chosen(string? accent, string? own)
    {
        if (accent is House) return null;
        var hex = accent is Own ? own : accent;
        return AccentSwatches.IsColor(hex) ? hex!.ToLowerInvariant() : throw Refusal.Invalid("appearance.color_unknown", "Choose one of the colors, or write your own as # and six digits, such as #1f6b4a.", "own");
    }
}
