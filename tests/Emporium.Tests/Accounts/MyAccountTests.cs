using System.Net;
using System.Text.RegularExpressions;
using Emporium.Accounts.SigningIn;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

public sealed partial class MyAccountTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Me = "/admin/settings/me";
    private const string Another = "nine rusty garden spades";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_changed_password_ends_the_other_sessions_and_not_this_one(TestDatabase database)
    {
        var store = await stores.On(database);
        var (here, there, email) = (store.Visitor(), store.Visitor(), await store.NewOwner());
        await here.SignIn(email);
        await there.SignIn(email);

        var wrong = await Change(here, "not the password at all");
        var changed = await Change(here, DeskVisitor.Password);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (wrong.StatusCode, changed.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Me)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync(Me)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await here.SignIn(email, Another)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Sessions_are_listed_and_ended_one_by_one_and_all_at_once(TestDatabase database)
    {
        var store = await stores.On(database);
        var email = await store.NewOwner();
        var (here, phone, tablet) = (store.Visitor(), store.Visitor(), store.Visitor());
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        foreach (var browser in new[] { here, phone, tablet }) await browser.SignIn(email);

        var html = await here.GetStringAsync(Me);
        await here.Submit(Me, End().Match(html[html.IndexOf("Safari on iPhone", StringComparison.Ordinal)..]).Groups[1].Value);
        var (phoneAfter, tabletAfter) = ((await phone.GetAsync(Me)).StatusCode, (await tablet.GetAsync(Me)).StatusCode);
        await here.Submit(Me, $"{Me}/sessions/end-others");

        Assert.Contains("This one", html, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK), (phoneAfter, tabletAfter));
        Assert.Equal(HttpStatusCode.Found, (await tablet.GetAsync(Me)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Me)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_ends_somebody_elses_session(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, other, email) = (store.Visitor(), await store.Owner(), await store.NewOwner());
        await owner.SignIn(email);
        await store.Visitor().SignIn(email);
        var target = End().Match(await owner.GetStringAsync(Me)).Groups[1].Value;

        await other.Submit(Me, target);

        Assert.Contains(target, await owner.GetStringAsync(Me), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_new_name_stands_in_the_rail(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();

        await owner.Submit(Me, $"{Me}/name", ("name", "  Ida Halbert-Lund "));
        var refused = await owner.Submit(Me, $"{Me}/name", ("name", " "));

        Assert.Contains($"href=\"{Me}\">Ida Halbert-Lund</a>", await owner.GetStringAsync("/admin/events"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Without_its_app_an_account_has_no_recovery_codes_and_the_password_is_enough(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, email) = (store.Visitor(), await store.NewOwner());
        await owner.SignIn(email);
        await Phone.SetUp(store, owner);

        await owner.Submit(Me, $"{Me}/authenticator/remove");
        var html = await owner.GetStringAsync(Me);

        Assert.DoesNotContain("Recovery codes", html, StringComparison.Ordinal);
        Assert.Equal("/admin", (await store.Visitor().SignIn(email)).Headers.Location?.OriginalString);
        Assert.Equal(2, (await store.LettersTo(email)).Count(l => l.Subject.Contains("authenticator app", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari on Mac")]
    [InlineData("", "An unknown browser")]
    public void A_browser_is_named_as_its_owner_knows_it(string userAgent, string name) => Assert.Equal(name, BrowserName.Of(userAgent));

    private static Task<HttpResponseMessage> Change(HttpClient visitor, string current) =>
        visitor.Submit($"{Me}/password", $"{Me}/password", ("current", current), ("password", Another), ("again", Another));

    [GeneratedRegex($"action=\"({Me}/sessions/[0-9a-f]+/end)\"")]
    private static partial Regex End();
}
