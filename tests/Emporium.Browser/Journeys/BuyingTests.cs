using Emporium.Browser.Support;

namespace Emporium.Browser.Journeys;

public sealed class BuyingTests(Shop shop)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stranger_buys_the_book_with_mistakes_on_the_way_and_holds_the_very_file(bool withScripts)
    {
        await using var visit = await shop.Visit(withScripts);

        Assert.Equal(200, await visit.Open("/"));
        await visit.Look("home");
        await visit.Follow("Plain Dealing");
        await visit.SeesHeading("Plain Dealing");
        await visit.Look("product");
        await visit.Click("Add to cart");
        await visit.SeesHeading("Your cart");
        await visit.Look("cart");
        await visit.Follow("Check out");

        await visit.SeesHeading("Checkout");
        await visit.Fill("E-mail", "ada at example");
        await visit.Fill("Name", "Ada Byron");
        await visit.Page.GetByLabel("Country").SelectOptionAsync("PT");
        await visit.Click("Pay €29.00");
        await Assertions.Expect(visit.Page.GetByLabel("E-mail")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visit.Page.Locator(".field-error")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByLabel("E-mail")).ToHaveValueAsync("ada at example");
        await Assertions.Expect(visit.Page.GetByLabel("Name")).ToHaveValueAsync("Ada Byron");
        await visit.Look("checkout-error");

        await visit.Fill("E-mail", withScripts ? "ada@example.org" : "byron@example.org");
        await visit.Page.GetByLabel("Name").PressAsync("Enter");
        await visit.SeesHeading("€29.00");
        await visit.Look("bank");
        await visit.PayAtBank(Steps.DeclinedCard);
        await visit.Sees("The payment was not made.");
        await visit.Look("bank-declined");
        await visit.PayAtBank(Steps.ChallengedCard);
        await visit.Sees("3-D Secure");
        await visit.Look("bank-challenge");
        await visit.Click("Complete");

        await visit.IsThanked(shop);
        await visit.Look("thanks");
        await visit.Follow("Open your library");
        await visit.SeesHeading("Your library");
        await visit.Look("library");
        var (arrived, stated) = await visit.DownloadFirst();
        Assert.Equal(stated, arrived);
    }

    [Fact]
    public async Task What_costs_nothing_is_handed_over_without_a_card()
    {
        await using var visit = await shop.Visit();

        await visit.Open("/products/quiet-opening");
        await visit.Look("product-free");
        await visit.Click("Get it");
        await visit.FillInCheckout("free@example.org");
        await visit.Look("checkout-free");
        await visit.Click("Get it free");

        await visit.IsThanked(shop);
        var (arrived, stated) = await visit.DownloadFirst();
        Assert.Equal(stated, arrived);
    }

    [Fact]
    public async Task A_license_key_is_shown_and_copied()
    {
        await using var visit = await shop.Visit();

        await visit.Buys(shop, "what-is-left", "keys@example.org");
        var shown = await visit.Page.Locator(".copy-field.is-large .copy-value").TextContentAsync();
        await visit.Look("thanks-license");
        await visit.Page.Locator(".copy-field.is-large").GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".copy-field.is-large").GetByRole(AriaRole.Button)).ToHaveTextAsync("Copied");
        Assert.Equal(shown, await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task The_header_counts_the_cart_on_pages_that_everybody_shares()
    {
        await using var before = await shop.Visit();
        await before.Open("/products/shop-papers");
        await using var visit = await shop.Visit();

        await visit.PutIntoCart("shop-papers");
        await visit.Open("/products/shop-papers");

        await Assertions.Expect(visit.Page.Locator(".cart-link")).ToHaveTextAsync("Cart 1");
        await before.Page.ReloadAsync();
        await Assertions.Expect(before.Page.Locator(".cart-link")).ToHaveTextAsync("Cart");
    }

    [Fact]
    public async Task The_other_pages_of_the_store_stand()
    {
        await using var visit = await shop.Visit();

        foreach (var (path, name) in ((string Path, string Name)[])[("/products", "products"), ("/products?q=zebra", "products-none"), ("/cart", "cart-empty"), ("/library", "library-ask"), ("/library?sent=true", "library-sent"), ("/admin/sign-in", "sign-in")])
        {
            Assert.Equal(200, await visit.Open(path));
            await visit.Look(name);
        }
    }
}
