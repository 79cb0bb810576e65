using Emporium.Accounts.Contracts;
using Emporium.Browser.Support;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Browser.Journeys;

public sealed class AccountTests(Shop shop)
{
    private const string Email = "zoe@example.org";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_buyer_comes_back_by_letter_finds_everything_and_leaves_for_good(bool withScripts)
    {
        var email = withScripts ? Email : "plain.zoe@example.org";
        await using var visit = await shop.Visit(withScripts);
        await visit.Buys(shop, "what-is-left", email);

        await visit.Open("/account");
        await visit.SeesHeading("Your account");
        await visit.Look("account-sign-in");
        await visit.Fill("E-mail", email);
        await visit.Click("Send me a link");
        await visit.SeesHeading("Look into your mail");
        await visit.Look("account-sent");
        var link = await shop.Store.Link(email, "account.sign_in");

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
        await visit.Open(await shop.Store.Link(email, "account.erase"));
        await visit.Look("account-erase");
        await visit.Click("Delete my account");
        await visit.SeesHeading("It is planned");
        await visit.Open("/account/data");
        await visit.Look("account-planned");
        await visit.Click("Sign out");
        await visit.Sees("You are signed out.");
    }

    [Fact]
    public async Task A_buyer_adds_a_passkey_and_comes_back_without_a_letter()
    {
        var (store, url) = await HouseOfItsOwn.Open();
        await using var _ = store;
        await Known(store);
        await using var buyer = await shop.Visit(url: url);
        var finger = await Finger.Of(buyer);
        await buyer.SignIn(store, Email);

        await buyer.Open("/account/sessions");
        await buyer.Look("account-signing-in");
        await buyer.Fill("Name of the new passkey", "Zoe’s phone");
        await buyer.Click("Add a passkey");
        await buyer.Sees("Your passkey is ready");
        await buyer.Look("account-passkey-added");
        await finger.Lift();
        await buyer.Click("Sign out");
        await buyer.Sees("You are signed out.");
        await buyer.Look("account-sign-in-passkey");
        await finger.Touch();
        await buyer.Click("Sign in with a passkey");
        await buyer.Sees($"Signed in as {Email}");

        await using var plain = await shop.Visit(withScripts: false, url: url);
        await plain.Open("/account/sign-in");
        await Assertions.Expect(plain.Button("Send me a link")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.GetByText("Sign in with a passkey")).ToBeHiddenAsync();

        await buyer.Open("/account/sessions");
        await buyer.Page.GetByText("Change", new() { Exact = true }).ClickAsync();
        await buyer.Look("account-passkey-change");
        store.Clock.Advance(TimeSpan.FromHours(1));
        await buyer.Open("/account/sessions");
        await buyer.Sees("Your last sign-in was a while ago");
        await buyer.Look("account-passkey-later");
        await buyer.Page.GetByText("Change", new() { Exact = true }).ClickAsync();
        await buyer.Click("Remove");
        await buyer.Sees("The passkey opens nothing any more.");

        await finger.Lift();
        await buyer.Click("Sign out");
        await buyer.Sees("You are signed out.");
        await buyer.Page.EvaluateAsync("() => document.querySelector('passkey-ask').send(document.querySelector('passkey-ask').closest('form'), { response: {}, rawId: new ArrayBuffer(16), getClientExtensionResults: () => ({}) })");
        await buyer.Sees("The passkey was not accepted");
        await buyer.Look("account-passkey-refused");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_bought_the_tool_opens_it_from_the_library(bool withScripts)
    {
        var email = withScripts ? "even@example.org" : "plain.even@example.org";
        await using var visit = await shop.Visit(withScripts);
        await visit.Buys(shop, "even", email);
        await visit.Open("/even");
        await visit.Fill("E-mail", email);
        await visit.Click("Send me a link");
        await visit.Open(await shop.Store.Link(email, "account.sign_in"));
        if (!withScripts) await visit.Click("Sign in");
        await visit.SeesHeading("Even");
        await visit.Look("even");

        await visit.Fill("What the month costs", "much");
        await visit.Click("Keep and reckon");
        await visit.Sees("is no amount in EUR");
        await visit.Look("even-refused");
        await visit.Fill("What the month costs", "600.00");
        await visit.Click("Keep and reckon");
        await visit.Sees("The month has paid for itself at 53 % of this plan");
        await visit.Look("even-kept");

        await visit.Open("/account/library");
        await visit.Follow("Open Even");
        await visit.SeesHeading("Even");
    }

    private static Task Known(TestStore store) => store.Do<IServiceProvider>(async scope =>
    {
        await scope.GetRequiredService<ICustomers>().Ensure(Email, null, default);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
    });
}
