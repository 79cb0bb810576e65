using Emporium.Browser.Support;

namespace Emporium.Browser.Journeys;

public sealed class MishapTests(Shop shop)
{
    [Theory]
    [InlineData("/no-such-page", 404)]
    [InlineData("/products/no-such-work", 404)]
    [InlineData("/library/no-such-link", 404)]
    [InlineData("/admin/welcome/no-such-link", 404)]
    public async Task A_wrong_address_says_so_and_shows_the_way_back(string path, int status)
    {
        await using var visit = await shop.Visit();

        Assert.Equal(status, await visit.Open(path));

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await visit.Look($"mishap{path.Replace('/', '-')}");
    }

    [Fact]
    public async Task A_link_to_a_library_that_is_too_old_offers_a_new_one()
    {
        await using var visit = await shop.Visit();
        await visit.Buys(shop, "shop-papers", "old-link@example.org");
        await visit.Follow("Open your library");
        await visit.SeesHeading("Your library");
        var (day, link) = (TimeSpan.FromDays(1), new Uri(visit.Page.Url).AbsolutePath);

        shop.Store.Clock.Advance(400 * day);
        try
        {
            Assert.Equal(410, await visit.Open(link));
            await visit.Sees("This link does not open a library");
            await visit.Look("mishap-library-expired");
            await visit.Fill("E-mail", "old-link@example.org");
            await visit.Click("Send me a new link");
            await visit.Sees("Look into your mail");
        }
        finally
        {
            shop.Store.Clock.Advance(-400 * day);
        }
    }
}
