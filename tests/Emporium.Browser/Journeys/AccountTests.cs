using System.Text.RegularExpressions;
using Emporium.Browser.Support;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;

namespace Emporium.Browser.Journeys;

public sealed partial class AccountTests(Shop shop)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_buyer_comes_back_by_letter_finds_everything_and_leaves_for_good(bool withScripts)
    {
        var email = withScripts ? "zoe@example.org" : "plain.zoe@example.org";
        await using var visit = await shop.Visit(withScripts);
        await visit.Buys(shop, "what-is-left", email);

        await visit.Open("/account");
        await visit.SeesHeading("Your account");
        await visit.Look("account-sign-in");
        await visit.Fill("E-mail", email);
        await visit.Click("Send me a link");
        await visit.SeesHeading("Look into your mail");
        await visit.Look("account-sent");
        var link = await Link(email, "account.sign_in");

        await using var other = await shop.Visit(withScripts);
        await other.Open(link);
        await other.Sees("You asked for this in another browser");
        await other.Look("account-elsewhere");

        // With scripts the page presses its own button; without, it waits for a click.
        await visit.Open(link);
        if (!withScripts) await visit.Click("Sign in");
        await visit.Sees($"Signed in as {email}");
        await visit.Look("account");
        foreach (var page in new[] { "orders", "library", "keys", "details", "consents", "sessions", "data" })
        {
            Assert.Equal(200, await visit.Open($"/account/{page}"));
            await visit.Look($"account-{page}");
        }
        await visit.Open("/account/orders");
        await visit.Page.Locator("td a").First.ClickAsync();
        await visit.SeesHeading("Receipt");
        await visit.Look("account-order");

        await visit.Open("/account/library");
        var (arrived, stated) = await visit.DownloadFirst();
        Assert.Equal(stated, arrived);

        await visit.Open("/account/data");
        await visit.Fill("Type the word", "delete");
        await visit.Click("Delete my account");
        await visit.Sees("One more step");
        await visit.Open(await Link(email, "account.erase"));
        await visit.Look("account-erase");
        await visit.Click("Delete my account");
        await visit.SeesHeading("It is planned");
        await visit.Open("/account/data");
        await visit.Look("account-planned");
        await visit.Click("Sign out");
        await visit.Sees("You are signed out.");
    }

    /// <summary>The way behind the link of the latest letter of a kind.</summary>
    private async Task<string> Link(string email, string kind)
    {
        string? link = null;
        await TestStore.Until(async () => (link = await shop.Store.Do<IMailDesk, string?>(mails => Find(mails, email, kind))) is not null);
        return link!;
    }

    private static async Task<string?> Find(IMailDesk mails, string email, string kind)
    {
        foreach (var summary in (await mails.List(null, 100, default)).Items.Where(m => m.Kind == kind))
            if (await mails.Open(summary.Id, default) is { } letter && letter.To == email) return Path().Match(letter.Text).Value;
        return null;
    }

    [GeneratedRegex("/account/links/[A-Za-z0-9_-]+")]
    private static partial Regex Path();
}
