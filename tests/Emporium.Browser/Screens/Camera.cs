using Emporium.Browser.Support;

namespace Emporium.Browser.Screens;

/// <summary>Takes a page's picture as WebP, at both widths and in both schemes. Tall pages are cut, so that a picture stays a picture.</summary>
internal sealed class Camera(string folder)
{
    private const int Quality = 72;
    private const int Tallest = 2_400;

    public async Task Take(IPage page, string name)
    {
        foreach (var width in (int[])[Screen.Phone, Screen.Desktop])
        {
            await page.SetViewportSizeAsync(width, Screen.Height);
            foreach (var scheme in Screen.Schemes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.webp"), await Shoot(page, width));
            }
        }
    }

    // Playwright itself writes PNG and JPEG only; Chromium knows WebP, at a fifth of the size.
    private static async Task<byte[]> Shoot(IPage page, int width)
    {
        var height = Math.Min(Tallest, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
        var chromium = await page.Context.NewCDPSessionAsync(page);
        var answer = await chromium.SendAsync("Page.captureScreenshot", new()
        {
            ["format"] = "webp",
            ["quality"] = Quality,
            ["captureBeyondViewport"] = true,
            ["clip"] = new Dictionary<string, object> { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = 1 },
        });
        await chromium.DetachAsync();
        return Convert.FromBase64String(answer!.Value.GetProperty("data").GetString()!);
    }
}
