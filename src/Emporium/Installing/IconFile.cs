using System.Text;
using Emporium.Platform.Files;
using Emporium.Platform.Settings;
using Emporium.Ui;

namespace Emporium.Host.Installing;

/// <summary>A picture of the store's sign, drawn or the merchant's own.</summary>
internal static class IconFile
{
    public static async Task<IResult> Endpoint(string name, string? v, HttpContext http, ISettings settings, IconPress press, IFiles files, CancellationToken ct)
    {
        var mark = await settings.Get<StoreMark>(ct);
        http.Response.Headers.CacheControl = v == MarkAddress.VersionOf(mark) ? "public, max-age=31536000, immutable" : "no-cache";
        var shape = Enum.TryParse<MarkShape>(mark.Shape, ignoreCase: true, out var known) ? known : MarkShape.Arch;
        if (name == "icon.svg") return TypedResults.Bytes(Encoding.UTF8.GetBytes(MarkSvg.Draw(shape, mark.Ink, IconPress.Paper)), "image/svg+xml");
        if (name == "picture.png" && mark.PictureSha256 is { } picture) return TypedResults.Stream(await files.Open(picture, 0, null, ct), "image/png");
        return press.Draw(shape, mark.Ink, name) is { } png ? TypedResults.Bytes(png, "image/png") : TypedResults.NotFound();
    }
}
