using Emporium.Browser.Support;

namespace Emporium.Browser.Journeys;

public sealed class DeskTests(Shop shop)
{
    [Fact]
    public async Task The_owner_finds_an_order_and_gives_the_money_back_in_two_parts()
    {
        await using var buyer = await shop.Visit();
        await buyer.Buys(shop, "plain-dealing", "grace.hopper@a-rather-long-name-for-a-university.example.org");
        await buyer.Follow("Open your library");
        await buyer.SeesHeading("Your library");

        await using var owner = await shop.Owner();
        await owner.Look("desk-today");
        await owner.Open("/admin/orders");
        await owner.Look("desk-orders");
        await owner.Page.Locator("tr", new() { HasText = "grace.hopper" }).GetByRole(AriaRole.Link).ClickAsync();
        await owner.SeesHeading("What happened");
        await owner.Look("desk-order");
        var orderUrl = owner.Page.Url;

        await AskForRefund(owner, "1000.00");
        await Assertions.Expect(owner.Page.Locator(".field-error")).ToBeVisibleAsync();
        await owner.Look("desk-order-refused");
        await owner.Page.GotoAsync(orderUrl);
        await Refund(owner, "9.00");
        await owner.Sees("−€9.00");
        await owner.Look("desk-order-part-refunded");
        await buyer.Page.ReloadAsync();
        await Assertions.Expect(buyer.Button("Download")).ToBeVisibleAsync();

        await Refund(owner, "20.00");
        await owner.Look("desk-order-refunded");
        await buyer.Page.ReloadAsync();
        await buyer.Sees("refunded");
        await Assertions.Expect(buyer.Button("Download")).ToHaveCountAsync(0);
        await buyer.Look("library-ended");

        await EveryPage(owner);
    }

    private static async Task AskForRefund(Visit owner, string amount)
    {
        await owner.Follow("Refund");
        await owner.Fill("Or an amount over all lines, in EUR", amount);
        await owner.Page.GetByLabel("Why").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await owner.Fill("In words", "The buyer found an error on page 12.");
        await owner.Click("See what it means");
    }

    private async Task Refund(Visit owner, string amount)
    {
        var order = owner.Page.Url;
        await AskForRefund(owner, amount);
        await owner.SeesHeading($"You give back €{amount}");
        await owner.Look($"desk-refund-{amount}");
        await owner.Click($"Give back €{amount}");
        await owner.SeesHeading("What happened");
        await shop.Store.Settle();
        await owner.Page.GotoAsync(order);
    }

    private static async Task EveryPage(Visit owner)
    {
        foreach (var page in (string[])["events", "dead-letters", "inbox", "mails", "jobs", "ledger", "customers", "subscribers", "entitlements", "licenses", "products", "products/new", "taxes", "settings", "settings/storage", "settings/appearance", "search?q=dead", "design"])
        {
            Assert.Equal(200, await owner.Open($"/admin/{page}"));
            await owner.Look($"desk-{page.Split('?')[0].Replace('/', '-')}");
        }
        foreach (var list in (string[])["events", "inbox", "mails", "products"])
        {
            await owner.Open($"/admin/{list}");
            await owner.Page.Locator("tbody tr a").First.ClickAsync();
            await owner.Page.WaitForLoadStateAsync();
            await owner.Look($"desk-{list}-one");
        }
        foreach (var kind in (string[])["Order receipt", "Order refund"])
        {
            await owner.Open("/admin/mails");
            await owner.Follow(kind);
            await owner.Follow("Read as its reader does");
            await owner.Page.WaitForURLAsync("**/letter");
            await owner.TakeOut();
            await owner.Look($"letter-{kind.Replace(' ', '-')}");
        }
    }
}
