using System.Security.Cryptography;

namespace Emporium.Browser.Support;

/// <summary>What people do in more than one journey.</summary>
internal static class Steps
{
    public const string GoodCard = "4242424242424242";

    public const string DeclinedCard = "4000000000000002";

    public const string ChallengedCard = "4000002760003184";

    public static async Task PutIntoCart(this Visit visit, string slug)
    {
        await visit.Open($"/products/{slug}");
        await visit.Click("Add to cart");
        await visit.SeesHeading("Your cart");
    }

    public static async Task FillInCheckout(this Visit visit, string email)
    {
        await visit.Open("/checkout");
        await visit.Fill("E-mail", email);
        await visit.Page.GetByLabel("Country").SelectOptionAsync("PT");
    }

    /// <summary>Fills in the bank's page and presses its button.</summary>
    public static async Task PayAtBank(this Visit visit, string card)
    {
        await visit.Fill("Card number", card);
        await visit.Fill("Expires", "12 / 34");
        await visit.Fill("CVC", "123");
        await visit.Click("Pay €");
    }

    /// <summary>Waits on the thank-you page until the bank's notice arrived and everything that follows from it was done.</summary>
    public static async Task IsThanked(this Visit visit, Shop shop)
    {
        await visit.SeesHeading("It is yours.");
        await shop.Store.Settle();
        await visit.Page.ReloadAsync();
    }

    /// <summary>From the shelf to the thank-you page.</summary>
    public static async Task Buys(this Visit visit, Shop shop, string slug, string email)
    {
        await visit.PutIntoCart(slug);
        await visit.FillInCheckout(email);
        await visit.Click("Pay €");
        await visit.PayAtBank(GoodCard);
        await visit.IsThanked(shop);
    }

    /// <summary>Downloads the first file on the page.</summary>
    /// <returns>The SHA-256 of what arrived, and the one that the page states.</returns>
    public static async Task<(string Arrived, string Stated)> DownloadFirst(this Visit visit)
    {
        var row = visit.Page.Locator(".files > li").First;
        var stated = await row.Locator(".copy-value").TextContentAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(content)), stated!.Trim());
    }
}
