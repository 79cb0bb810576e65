using System.Net;
using System.Text.RegularExpressions;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Desk;

public sealed partial class AppearanceTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Room = "/admin/settings/appearance";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_merchants_color_is_on_the_next_page_that_anybody_opens(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, stranger) = (await store.Owner(), store.Visitor());
        Assert.Null(Sheet(await stranger.GetStringAsync("/")));

        var saved = await owner.Submit(Room, Room, ("accent", "own"), ("own", "#1F6B4A"));
        var sheet = Sheet(await stranger.GetStringAsync("/"));

        Assert.Equal((HttpStatusCode.SeeOther, Room), (saved.StatusCode, saved.Headers.Location?.OriginalString));
        Assert.StartsWith("/assets/accent/1f6b4a.", sheet, StringComparison.Ordinal);
        var answer = await stranger.GetAsync(sheet);
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("--accent: light-dark(oklch(", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await owner.Submit(Room, Room, ("accent", "house"));
        Assert.Null(Sheet(await stranger.GetStringAsync("/")));
    }

    [Theory]
    [InlineData("/assets/accent/1f6b4a.00000000.css")]
    [InlineData("/assets/accent/1f6b4a.css")]
    [InlineData("/assets/accent/zzzzzz.00000000.css")]
    [InlineData("/assets/accent/x")]
    public async Task A_sheet_that_no_page_names_is_not_there(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await stores.On(TestDatabase.Sqlite)).Visitor().GetAsync(path)).StatusCode);

    [Fact]
    public async Task What_is_no_color_is_refused_beside_its_field()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();

        var refused = await owner.Submit(Room, Room, ("accent", "own"), ("own", "red; } body { display: none"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("field-own-error", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_is_said_once_on_the_page_that_follows()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();
        await owner.Submit(Room, Room, ("accent", "house"));

        var (first, second) = (await owner.GetStringAsync(Room), await owner.GetStringAsync(Room));

        Assert.Contains("The color is in use on every page.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("The color is in use on every page.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_list_the_room_and_a_stranger_is_sent_to_sign_in()
    {
        var store = await stores.On(TestDatabase.Sqlite);

        Assert.Contains($"href=\"{Room}\"", await (await store.Owner()).GetStringAsync("/admin/settings"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await store.Visitor().GetAsync("/admin/settings")).StatusCode);
    }

    private static string? Sheet(string html) => SheetLink().Match(html) is { Success: true } link ? link.Groups[1].Value : null;

    [GeneratedRegex("href=\"(/assets/accent/[^\"]+)\"")]
    private static partial Regex SheetLink();
}
