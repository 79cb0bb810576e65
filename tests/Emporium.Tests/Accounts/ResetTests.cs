using System.Net;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

public sealed class ResetTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Forgot = "/admin/sign-in/forgot";
    private const string Another = "nine rusty garden spades";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_leads_to_a_new_password_once_and_ends_every_session(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, email) = (store.Visitor(), await store.NewOwner());
        await owner.SignIn(email);

        var path = await Ask(store, email);
        var changed = await Choose(store, path);
        var again = await store.Visitor().GetAsync(path);
        var old = await store.Visitor().SignIn(email);
        var now = await store.Visitor().SignIn(email, Another);

        Assert.Equal("/admin/sign-in?changed=true", changed.Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (again.StatusCode, old.StatusCode, now.StatusCode));
        Assert.Equal(HttpStatusCode.Found, (await owner.GetAsync("/admin/events")).StatusCode);
        Assert.Contains(await store.LettersTo(email), l => l.Subject.StartsWith("Your password was changed", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_stranger_and_a_member_get_the_same_answer_and_one_gets_a_letter(TestDatabase database)
    {
        var store = await stores.On(database);
        var email = await store.NewOwner();

        var stranger = await store.Visitor().Submit(Forgot, Forgot, ("email", "nobody@example.com"));
        var nonsense = await store.Visitor().Submit(Forgot, Forgot, ("email", "no address"));
        await Ask(store, email);

        Assert.Equal((HttpStatusCode.SeeOther, $"{Forgot}?sent=true"), (stranger.StatusCode, stranger.Headers.Location?.OriginalString));
        Assert.Equal(stranger.Headers.Location, nonsense.Headers.Location);
        Assert.Empty(await store.LettersTo("nobody@example.com"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_link_is_good_for_an_hour(TestDatabase database)
    {
        var store = await stores.On(database);
        var path = await Ask(store, await store.NewOwner());

        store.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Gone, (await store.Visitor().GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visitor().GetAsync("/admin/sign-in/reset/made-up")).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_mailbox_alone_does_not_get_around_the_second_factor(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, email) = (store.Visitor(), await store.NewOwner());
        await owner.SignIn(email);
        await Phone.SetUp(store, owner);

        await Choose(store, await Ask(store, email));
        var signedIn = await store.Visitor().SignIn(email, Another);

        Assert.Equal(DeskVisitor.SecondStep, signedIn.Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_fills_a_mailbox_with_links(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, last) = (await store.NewOwner(), await store.NewOwner());

        for (var asked = 0; asked < 5; asked++) await store.Visitor().Submit(Forgot, Forgot, ("email", email));
        await Ask(store, last);

        Assert.Equal(3, (await store.LettersTo(email)).Count(l => l.Kind is "staff.reset"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_new_browser_is_told_about_and_the_alarm_closes_the_desk_to_it(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, thief, email) = (store.Visitor(), store.Visitor(), await store.NewOwner());
        await owner.SignIn(email);
        var first = await store.LettersTo(email);
        await thief.SignIn(email);
        await Phone.SetUp(store, thief);

        var letter = (await store.LettersTo(email)).First(l => l.Kind is "staff.alert");
        var alarm = await store.Visitor().Submit(letter.Path(), letter.Path(), ("sure", "yes"));
        var old = await store.Visitor().SignIn(email);
        await Choose(store, alarm.Headers.Location!.OriginalString);
        var now = await store.Visitor().SignIn(email, Another);
        var again = await store.Visitor().GetAsync(letter.Path());

        Assert.Empty(first);
        Assert.StartsWith("A new browser signed in", letter.Subject, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity), ((await thief.GetAsync("/admin/events")).StatusCode, old.StatusCode));
        Assert.Equal("/admin", now.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_alarm_leaves_a_second_factor_of_before(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, email) = (store.Visitor(), await store.NewOwner());
        await owner.SignIn(email);
        var phone = await Phone.SetUp(store, owner);
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        await store.Visitor().SignIn(email, DeskVisitor.Password, phone.NextCode);

        var letter = (await store.LettersTo(email)).Last(l => l.Kind is "staff.alert");
        var alarm = await store.Visitor().Submit(letter.Path(), letter.Path(), ("sure", "yes"));
        await Choose(store, alarm.Headers.Location!.OriginalString);

        Assert.Equal(DeskVisitor.SecondStep, (await store.Visitor().SignIn(email, Another)).Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Opening_the_alarm_does_nothing_yet(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, email) = (store.Visitor(), await store.NewOwner());
        await owner.SignIn(email);
        await store.Visitor().SignIn(email);

        var page = await store.Visitor().GetAsync((await store.LettersTo(email))[0].Path());

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/admin/events")).StatusCode);
    }

    private static async Task<string> Ask(TestStore store, string email)
    {
        await store.Visitor().Submit(Forgot, Forgot, ("email", email));
        return (await store.LetterTo(email, "staff.reset")).Path();
    }

    private static Task<HttpResponseMessage> Choose(TestStore store, string path) => store.Visitor().Submit(path, path, ("password", Another), ("again", Another));
}
