using Emporium.Platform.Files;
using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Emporium.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Rooms;

/// <summary>Chooses the sign of the store: one of the drawn ones, or a picture of the merchant's own.</summary>
internal static class ChangeMark
{
    public const int LargestUpload = 1 << 20;
    private const int SmallestSide = 192;
    private const int LargestSide = 2_048;

    /// <summary>Grounds on which the sign is seen, by name.</summary>
    public static IReadOnlyList<(string Name, string Color)> Inks { get; } =
        [("Ink", "#14213d"), ("Cobalt", "#2344be"), ("Fir", "#0f554a"), ("Wine", "#741d29"), ("Rust", "#a63a1b"), ("Coal", "#17191f")];

    public static async Task<IResult> Form(IFormCollection form, IFiles files, ISettings settings, ChangeSettings change, CancellationToken ct)
    {
        try
        {
            var (stored, _) = await settings.Read<StoreMark>(ct);
            var next = Drawn(form, stored);
            if (form["picture"] == "remove") next = next with { PictureSha256 = null, PictureSize = 0 };
            else if (form.Files.GetFile("file") is { Length: > 0 } upload) next = await Pictured(next, upload, files, ct);
            await change.Handle(new Versioned<StoreMark>(next, SettingsForm.Version(form)), ct);
            return SeeOther.To("/admin/settings/store?saved#mark");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<StoreRoomPage>(new { MarkRefused = refusal }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    /// <exception cref="Refusal"><c>mark.unknown</c>.</exception>
    private static StoreMark Drawn(IFormCollection form, StoreMark stored) =>
        Enum.TryParse<MarkShape>(form["shape"], ignoreCase: true, out var shape) && Enum.IsDefined(shape) && Inks.Any(i => i.Color == form["ink"])
            ? stored with { Shape = shape.ToString().ToLowerInvariant(), Ink = form["ink"].ToString() }
            : throw Refusal.Invalid("mark.unknown", "Choose one of the signs and one of the colors.", "shape");

    /// <exception cref="Refusal"><c>mark.not_png</c>, <c>mark.size_wrong</c>.</exception>
    private static async Task<StoreMark> Pictured(StoreMark mark, IFormFile upload, IFiles files, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using (var content = upload.OpenReadStream()) await content.CopyToAsync(bytes, ct);
        if (Png.Strip(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is not var (picture, width, height)) throw Refusal.Invalid("mark.not_png", "This is no PNG picture. Save it as PNG and try again.", "file");
        if (width != height || width is < SmallestSide or > LargestSide) throw Refusal.Invalid("mark.size_wrong", "The picture must be a square of 192 to 2,048 pixels; 512 is best.", "file");
        using var stripped = new MemoryStream(picture);
        return mark with { PictureSha256 = (await files.Put(stripped, ct)).Sha256, PictureSize = width };
    }
}
