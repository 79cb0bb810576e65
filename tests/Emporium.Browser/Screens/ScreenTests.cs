using Emporium.Browser.Support;

namespace Emporium.Browser.Screens;

/// <summary>No test but a walk with a camera: draws the screens into the folder that SCREENS names. <c>./screens</c> asks for it.</summary>
public sealed class ScreenTests(Shop shop) : IClassFixture<Shop>
{
    [Fact(Explicit = true)]
    public async Task The_screens_are_drawn()
    {
        var folder = Path.GetFullPath(Environment.GetEnvironmentVariable("SCREENS") is { Length: > 0 } named ? named : "screens");
        Directory.CreateDirectory(folder);
        var camera = new Camera(folder);

        await using var buyer = await shop.Visit();
        await Walk(buyer, camera, ScreenList.Store);
        await buyer.PutIntoCart("plain-dealing");
        await Walk(buyer, camera, ScreenList.Buying);
        await buyer.Buys(shop, "what-is-left", "ada@example.org");
        await camera.Take(buyer.Page, "store-thanks");
        await buyer.Follow("Open your library");
        await buyer.SeesHeading("Your library");
        await camera.Take(buyer.Page, "store-library-open");

        await buyer.Buys(shop, "even", "ada@example.org");
        await buyer.SignIn(shop.Store, "ada@example.org");
        await Walk(buyer, camera, ScreenList.Account);

        await using var owner = await shop.Owner();
        await owner.Open("/admin/jobs");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Run now" }).First.ClickAsync();
        await owner.Page.WaitForLoadStateAsync();
        await Walk(owner, camera, ScreenList.Desk);
        foreach (var list in (string[])["orders", "products", "customers"])
        {
            await owner.Open($"/admin/{list}");
            await owner.Page.Locator("main tbody tr a").First.ClickAsync();
            await owner.Page.WaitForLoadStateAsync();
            await camera.Take(owner.Page, $"desk-{list}-one");
        }
    }

    private static async Task Walk(Visit visit, Camera camera, IReadOnlyList<(string Name, string Path)> pages)
    {
        foreach (var (name, path) in pages)
        {
            await visit.Open(path);
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await camera.Take(visit.Page, name);
        }
    }
}
