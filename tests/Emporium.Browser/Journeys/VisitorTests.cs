using Emporium.Browser.Support;

namespace Emporium.Browser.Journeys;

/// <summary>What a visitor is asked, and what is left when the network is gone.</summary>
public sealed class VisitorTests(Shop shop)
{
    [Fact]
    public async Task A_visitor_is_asked_once_says_no_and_nothing_moves()
    {
        await using var visit = await shop.Visit(hasChosen: false);
        await visit.Open("/");
        var before = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await visit.Look("consent-home");
        await visit.Page.SetViewportSizeAsync(Screen.Desktop, Screen.Height);
        await visit.Click("No");
        await Assertions.Expect(visit.Page.Locator(".consent-bar")).ToBeHiddenAsync();

        Assert.Equal(before, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
        await visit.Open("/products");
        await Assertions.Expect(visit.Page.Locator(".consent-bar")).ToBeHiddenAsync();
        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), c => c.Name == "visitor");
    }

    [Fact]
    public async Task A_choice_can_be_made_and_taken_back_without_a_script()
    {
        await using var visit = await shop.Visit(withScripts: false, hasChosen: false);
        await visit.Open("/");
        await visit.Follow("Privacy choices");
        await visit.Click("Allow everything");
        await visit.Sees("Saved. It holds from now on.");
        Assert.Contains(await visit.Page.Context.CookiesAsync(), c => c.Name == "visitor");

        await visit.Click("Allow nothing");
        await visit.Sees("Saved. It holds from now on.");
        await visit.Look("privacy-choices");
        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), c => c.Name == "visitor");
    }

    [Fact]
    public async Task Without_a_network_the_store_says_so_in_its_own_clothes()
    {
        await using var visit = await shop.Visit();
        await visit.Open("/");
        await visit.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await visit.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");

        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.GotoAsync("/products");
        await visit.SeesHeading("You are offline");
        await Assertions.Expect(visit.Page.Locator(".store-name")).ToHaveCSSAsync("text-decoration-line", "none");

        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.GotoAsync("/products");
        await visit.SeesHeading("All works");
    }

    [Fact]
    public async Task A_sample_is_read_without_an_account_and_the_book_by_its_owner()
    {
        await using var visit = await shop.Visit();
        await visit.Open("/products/plain-dealing");
        await visit.Follow("Read the sample");
        await visit.Sees("The sample ends here.");
        await visit.Look("sample");
        await visit.Page.SetViewportSizeAsync(Screen.Desktop, Screen.Height);

        await visit.Buys(shop, "plain-dealing", "reader@example.org");
        await visit.Follow("Open your library");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Read " }).First.ClickAsync();
        await visit.Page.GetByText("Contents").First.ClickAsync();
        await visit.Look("reading");
        await visit.Page.Locator("a[rel=next]").ClickAsync();
        var (chapter, book) = (visit.Page.Url, new Uri(visit.Page.Url).AbsolutePath);
        await visit.Open(book);

        await Assertions.Expect(visit.Page).ToHaveURLAsync(chapter);
    }
}
