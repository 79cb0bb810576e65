using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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

        var saved = await Choose(owner, "own", "#1F6B4A");
        var sheet = Sheet(await stranger.GetStringAsync("/"));

        Assert.Equal((HttpStatusCode.SeeOther, Room), (saved.StatusCode, saved.Headers.Location?.OriginalString));
        Assert.StartsWith("/assets/accent/1f6b4a.", sheet, StringComparison.Ordinal);
        var answer = await stranger.GetAsync(sheet);
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("--accent: light-dark(oklch(", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await Choose(owner, "house");
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

        var refused = await Choose(owner, "own", "red; } body { display: none");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("field-own-error", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_is_said_once_on_the_page_that_follows()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();
        await Choose(owner, "house");

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

    [Fact]
    public async Task Of_two_who_change_the_color_the_second_is_told()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();
        var version = Version().Match(await owner.GetStringAsync(Room)).Groups[1].Value;
        await Choose(owner, "#9c1f3b");

        var second = await owner.Submit(Room, Room, ("accent", "#1f6b4a"), ("version", version));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        await Choose(owner, "house");
    }

    [Fact]
    public async Task A_program_reads_and_changes_the_color()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();
        const string Api = "/api/v1/settings/appearance";
        owner.DefaultRequestHeaders.Remove("Accept");
        var known = await owner.GetFromJsonAsync<JsonElement>(Api);
        var version = known.GetProperty("version").GetInt32();

        var changed = await owner.PutAsJsonAsync(Api, new { value = new { accent = "#7A2E7F" }, version });
        var refused = await owner.PutAsJsonAsync(Api, new { value = new { accent = "plum" }, version = version + 1 });

        Assert.Equal("#7a2e7f", (await changed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value").GetProperty("accent").GetString());
        Assert.Equal("appearance.color_unknown", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        await Choose(owner, "house");
    }

    private static async Task<HttpResponseMessage> Choose(HttpClient owner, string accent, string own = "") =>
        await owner.Submit(Room, Room, ("accent", accent), ("own", own), ("version", Version().Match(await owner.GetStringAsync(Room)).Groups[1].Value));

    private static string? Sheet(string html) => SheetLink().Match(html) is { Success: true } link ? link.Groups[1].Value : null;

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("href=\"(/assets/accent/[^\"]+)\"")]
    private static partial Regex SheetLink();
}
