using Emporium.Accounts.Contracts;
using Emporium.Browser.Support;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Browser.Journeys;

public sealed class ProductTests(Shop shop)
{
    private const string Password = "seven plain copper kettles";
    private const int TwentyMegabytes = 20 << 20;

    [Fact]
    public async Task A_merchant_writes_a_product_loses_the_line_in_an_upload_and_publishes_all_the_same()
    {
        await using var ida = await shop.Visit();
        await SignIn(ida, "ida.products@example.com");
        await Begin(ida, "The Slow Reader");
        await Write(ida);
        await AddPicture(ida);
        await UploadWithAnInterruption(ida);

        await ida.Click("Preview");
        await ida.Sees("This is your draft");
        await ida.Look("desk-product-preview");
        await ida.Follow("Back to the editor");
        await ida.Click("Publish");
        await ida.Sees("Published. Visitors see it from now on.");
        await ida.Look("desk-product-published");

        await using var visitor = await shop.Visit();
        Assert.Equal(200, await visitor.Open("/products/the-slow-reader"));
        await visitor.Sees("slow-reader.zip");
        await Assertions.Expect(visitor.Page.Locator(".gallery img")).ToHaveAttributeAsync("alt", "The desk of the store");
        await visitor.Look("product-with-picture");
    }

    [Fact]
    public async Task Two_who_write_at_once_see_both_texts_and_choose()
    {
        await using var ida = await shop.Visit();
        await SignIn(ida, "ida.two@example.com");
        await Begin(ida, "Two Hands");
        await Price(ida);
        await ida.Click("Publish");
        await ida.Sees("Published. Visitors see it from now on.");
        await using var eva = await shop.Visit();
        await SignIn(eva, "eva.two@example.com");
        await eva.Page.GotoAsync(ida.Page.Url);

        await eva.Fill("Subtitle", "As Eva has it");
        await eva.Sees("Draft saved");
        await ida.Fill("Subtitle", "As Ida has it");
        await ida.Click("Publish changes");
        await ida.Sees("Published. Visitors see it from now on.");

        await eva.Fill("Pitch", "And a pitch.");
        await eva.Sees("published other words meanwhile");
        await eva.Click("Publish changes");
        await eva.SeesHeading("Two versions");
        await eva.Look("desk-product-two-versions");
        await eva.Click("Go on with this choice");
        await Assertions.Expect(eva.Field("Subtitle (optional)")).ToHaveValueAsync("As Eva has it");
    }

    private async Task SignIn(Visit visit, string email)
    {
        await shop.Store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<IOwners>().Create(email, "Ida Halbert", Password, default);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        await visit.Open("/admin/sign-in");
        await visit.Fill("E-mail address", email);
        await visit.Field("Password").FillAsync(Password);
        await visit.Click("Sign in");
        await visit.SeesHeading("Today");
    }

    private static async Task Begin(Visit visit, string title)
    {
        await visit.Open("/admin/products/new");
        await visit.Fill("Title", title);
        await visit.Look("desk-product-begin");
        await visit.Click("Begin");
        await visit.SeesHeading(title);
    }

    private static async Task Price(Visit visit)
    {
        await visit.Page.GetByLabel("Currency").First.FillAsync("EUR");
        await visit.Page.GetByLabel("Amount").First.FillAsync("12.00");
    }

    private static async Task Write(Visit visit)
    {
        await visit.Fill("Pitch", "Ten chapters for those who turn back a page.");
        await visit.Fill("Description", "## Inside\n\nTen chapters, and a way back.");
        await Price(visit);
        await visit.Sees("Draft saved");
        await visit.Look("desk-product-editor");
    }

    private static async Task AddPicture(Visit visit)
    {
        var picture = await visit.Page.ScreenshotAsync();
        await visit.Page.GetByLabel("Add a picture").SetInputFilesAsync(new FilePayload { Name = "desk.png", MimeType = "image/png", Buffer = picture });
        await visit.Page.Locator("picture-drop").GetByLabel("What it shows").FillAsync("The desk of the store");
        await visit.Click("Add picture");
        await visit.Sees("smaller copies 480, 960");
    }

    private static async Task UploadWithAnInterruption(Visit visit)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "slow-reader.zip");
        await System.IO.File.WriteAllBytesAsync(file, [.. "PK\x03\x04"u8, .. new byte[TwentyMegabytes - 4]]);
        // The second part never arrives: as if the line had gone dead.
        var parts = 0;
        await visit.Page.RouteAsync("**/admin/uploads/upl_*", route => route.Request.Method is "PATCH" && ++parts > 1 ? Task.CompletedTask : route.ContinueAsync());

        await visit.Page.Locator("#field-file").SetInputFilesAsync(file);
        await visit.Click("Upload");
        await visit.Sees("40 %");
        await visit.Look("desk-product-uploading");
        await visit.Page.ReloadAsync();
        await visit.Page.UnrouteAsync("**/admin/uploads/upl_*");
        await visit.Sees("is at 40 %");

        await visit.Page.Locator("#field-file").SetInputFilesAsync(file);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#files .files .file-name").First).ToContainTextAsync("slow-reader.zip", new() { Timeout = 30_000 });
    }
}
