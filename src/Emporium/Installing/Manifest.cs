using System.Text.Json;
using System.Text.Json.Serialization;
using Emporium.Platform.Settings;
using Emporium.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Installing;

/// <summary>The store as an application (W3C Web Application Manifest), from its settings.</summary>
internal static class Manifest
{
    private const string Paper = "#faf7f0";
    private const int LongestShortName = 12;
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static async Task<ContentHttpResult> Endpoint(HttpContext http, ISettings settings, CancellationToken ct)
    {
        var (store, mark) = (await settings.Get<StoreProfile>(ct), await settings.Get<StoreMark>(ct));
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text(JsonSerializer.Serialize(Of(store, mark), Snake), "application/manifest+json");
    }

    private static object Of(StoreProfile store, StoreMark mark) => new
    {
        Id = "/", Name = store.Name, ShortName = ShortOf(store.Name), Description = store.Sentence, Lang = "en", Dir = "ltr",
        StartUrl = "/", Scope = "/", Display = "standalone", ThemeColor = mark.Ink, BackgroundColor = Paper,
        Icons = IconsOf(mark),
        Shortcuts = new object[] { new { Name = "Library", Url = "/library" }, new { Name = "All works", Url = "/products" } },
    };

    private static IEnumerable<object> IconsOf(StoreMark mark) => mark.PictureSha256 is null
        ?
        [
            new { Src = MarkAddress.Of(mark, "icon-192.png"), Sizes = "192x192", Type = "image/png", Purpose = "any" },
            new { Src = MarkAddress.Of(mark, "icon-512.png"), Sizes = "512x512", Type = "image/png", Purpose = "any" },
            new { Src = MarkAddress.Of(mark, "maskable-512.png"), Sizes = "512x512", Type = "image/png", Purpose = "maskable" },
            new { Src = MarkAddress.Of(mark, "icon.svg"), Sizes = "any", Type = "image/svg+xml", Purpose = "any" },
        ]
        : [new { Src = MarkAddress.Of(mark, "picture.png"), Sizes = $"{mark.PictureSize}x{mark.PictureSize}", Type = "image/png", Purpose = "any" }];

    // A home screen shows about twelve letters: whole words of them, rather than a word cut in two.
    private static string ShortOf(string name)
    {
        if (name.Length <= LongestShortName) return name;
        var end = name.LastIndexOf(' ', LongestShortName);
        return end > 0 ? name[..end] : name[..LongestShortName];
    }
}
