using System.Net;
using System.Text.RegularExpressions;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

public sealed partial class PasskeyTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Me = "/admin/settings/me";
    private const string Door = "/admin/sign-in";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_passkey_opens_the_desk_without_a_password(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, made) = await OwnerWithPasskey(store);

        var visitor = store.Visitor();
        var answer = await visitor.UsePasskey(passkey, Door, page: $"{Door}?returnUrl=%2Fadmin%2Fjobs", target: $"{Door}/passkey?returnUrl=%2Fadmin%2Fjobs");

        Assert.Contains("recovery-codes", made, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/admin/jobs"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Me)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task With_a_passkey_the_password_alone_is_half_of_the_way(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, email, _) = await OwnerWithPasskey(store);
        var visitor = store.Visitor();

        var half = await visitor.SignIn(email);
        var whole = await visitor.UsePasskey(passkey, Door, page: DeskVisitor.SecondStep, target: DeskVisitor.SecondStep);

        Assert.Equal(DeskVisitor.SecondStep, half.Headers.Location?.OriginalString);
        Assert.Equal("/admin", whole.Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Somebody_elses_passkey_does_not_finish_my_sign_in(TestDatabase database)
    {
        var store = await stores.On(database);
        var (_, email, _) = await OwnerWithPasskey(store);
        var (others, _, _) = await OwnerWithPasskey(store);
        var visitor = store.Visitor();
        await visitor.SignIn(email);

        var answer = await visitor.UsePasskey(others, Door, page: DeskVisitor.SecondStep, target: DeskVisitor.SecondStep);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_answer_is_good_once_and_in_its_own_browser(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await OwnerWithPasskey(store, new SoftPasskey(store.Url) { Counts = false, Count = 0 });
        var (visitor, thief) = (store.Visitor(), store.Visitor());
        var token = DeskVisitor.TokenOf(await visitor.GetStringAsync(Door));
        var options = await visitor.AskForPasskey(token, Door);
        var answer = passkey.Use(await options.Content.ReadAsStringAsync());

        var elsewhere = await thief.SendPasskey(DeskVisitor.TokenOf(await thief.GetStringAsync(Door)), answer, $"{Door}/passkey");
        var first = await visitor.SendPasskey(token, answer, $"{Door}/passkey");
        var replayed = await store.ReplayPasskey(options, answer, Door);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (elsewhere.StatusCode, first.StatusCode, replayed.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_false_page_a_copied_key_and_a_stranger_at_the_device_get_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await OwnerWithPasskey(store);

        passkey.Origin = "https://emporium.example";
        var fished = await store.Visitor().UsePasskey(passkey, Door);
        (passkey.Origin, passkey.Verifies) = (store.Url, false);
        var unverified = await store.Visitor().UsePasskey(passkey, Door);
        (passkey.Verifies, passkey.Count) = (true, 7);
        var right = await store.Visitor().UsePasskey(passkey, Door);
        passkey.Count = 3;
        var copied = await store.Visitor().UsePasskey(passkey, Door);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (fished.StatusCode, unverified.StatusCode));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (right.StatusCode, copied.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_passkey_is_renamed_and_removed_and_opens_nothing_afterwards(TestDatabase database)
    {
        var store = await stores.On(database);
        var (visitor, email) = (store.Visitor(), await store.NewOwner());
        await visitor.SignIn(email);
        using var passkey = new SoftPasskey(store.Url);
        await Make(visitor, passkey);
        var id = Id().Match(await visitor.GetStringAsync(Me)).Groups[1].Value;

        await visitor.Submit(Me, $"{Me}/passkeys/{id}/name", ("name", "The <b>blue</b> key"));
        var renamed = await visitor.GetStringAsync(Me);
        await visitor.Submit(Me, $"{Me}/passkeys/{id}/remove");
        var removed = await store.Visitor().UsePasskey(passkey, Door);

        Assert.Contains("The &lt;b&gt;blue&lt;/b&gt; key", renamed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, removed.StatusCode);
        Assert.Equal(2, (await store.LettersTo(email)).Count(l => l.Subject.StartsWith("A passkey was", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_removes_somebody_elses_passkey(TestDatabase database)
    {
        var store = await stores.On(database);
        var (visitor, other) = (await store.Owner(), await store.Owner());
        using var passkey = new SoftPasskey(store.Url);
        await Make(visitor, passkey);
        var id = Id().Match(await visitor.GetStringAsync(Me)).Groups[1].Value;

        Assert.Equal(HttpStatusCode.NotFound, (await other.Submit(Me, $"{Me}/passkeys/{id}/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await store.Visitor().UsePasskey(passkey, Door)).StatusCode);
    }

    private static async Task<(SoftPasskey Passkey, string Email, string Made)> OwnerWithPasskey(TestStore store, SoftPasskey? with = null)
    {
        var (visitor, email, passkey) = (store.Visitor(), await store.NewOwner(), with ?? new SoftPasskey(store.Url));
        await visitor.SignIn(email);
        return (passkey, email, await Make(visitor, passkey));
    }

    private static async Task<string> Make(HttpClient visitor, SoftPasskey passkey)
    {
        var made = await visitor.MakePasskey(passkey, Me, $"{Me}/passkeys");
        Assert.True(made.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, await made.Content.ReadAsStringAsync());
        return await made.Content.ReadAsStringAsync();
    }

    [GeneratedRegex($"action=\"{Me}/passkeys/([^/\"]+)/name\"")]
    private static partial Regex Id();
}
