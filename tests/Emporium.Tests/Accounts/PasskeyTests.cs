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
        var answer = await Use(visitor, passkey, page: $"{Door}?returnUrl=%2Fadmin%2Fjobs", target: $"{Door}/passkey?returnUrl=%2Fadmin%2Fjobs");

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
        var whole = await Use(visitor, passkey, page: DeskVisitor.SecondStep, target: DeskVisitor.SecondStep);

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

        var answer = await Use(visitor, others, page: DeskVisitor.SecondStep, target: DeskVisitor.SecondStep);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_answer_is_good_once_and_in_its_own_browser(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await OwnerWithPasskey(store);
        var (visitor, thief) = (store.Visitor(), store.Visitor());
        var token = DeskVisitor.TokenOf(await visitor.GetStringAsync(Door));
        var options = await Ask(visitor, token);
        var answer = passkey.Use(await options.Content.ReadAsStringAsync());
        var cookie = options.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("emporium-passkey=", StringComparison.Ordinal)).Split(';')[0];

        var elsewhere = await Send(thief, DeskVisitor.TokenOf(await thief.GetStringAsync(Door)), answer, $"{Door}/passkey");
        var first = await Send(visitor, token, answer, $"{Door}/passkey");
        var copied = store.Visitor();
        var copiedToken = DeskVisitor.TokenOf(await copied.GetStringAsync(Door));
        copied.DefaultRequestHeaders.Add("Cookie", cookie);
        var replayed = await Send(copied, copiedToken, answer, $"{Door}/passkey");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (elsewhere.StatusCode, first.StatusCode));
        Assert.NotEqual(HttpStatusCode.SeeOther, replayed.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_false_page_a_copied_key_and_a_stranger_at_the_device_get_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await OwnerWithPasskey(store);

        passkey.Origin = "https://emporium.example";
        var fished = await Use(store.Visitor(), passkey);
        (passkey.Origin, passkey.Verifies) = (store.Url, false);
        var unverified = await Use(store.Visitor(), passkey);
        (passkey.Verifies, passkey.Count) = (true, 7);
        var right = await Use(store.Visitor(), passkey);
        passkey.Count = 3;
        var copied = await Use(store.Visitor(), passkey);

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
        var removed = await Use(store.Visitor(), passkey);

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
        Assert.Equal(HttpStatusCode.SeeOther, (await Use(store.Visitor(), passkey)).StatusCode);
    }

    private static async Task<(SoftPasskey Passkey, string Email, string Made)> OwnerWithPasskey(TestStore store)
    {
        var (visitor, email, passkey) = (store.Visitor(), await store.NewOwner(), new SoftPasskey(store.Url));
        await visitor.SignIn(email);
        return (passkey, email, await Make(visitor, passkey));
    }

    private static async Task<string> Make(HttpClient visitor, SoftPasskey passkey)
    {
        var options = await visitor.Submit(Me, $"{Me}/passkeys/options");
        var made = await visitor.Submit(Me, $"{Me}/passkeys", ("label", "Laptop"), ("credential", passkey.Make(await options.Content.ReadAsStringAsync())));
        Assert.True(made.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, await made.Content.ReadAsStringAsync());
        return await made.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> Use(HttpClient visitor, SoftPasskey passkey, string page = Door, string target = $"{Door}/passkey")
    {
        var token = DeskVisitor.TokenOf(await visitor.GetStringAsync(page));
        return await Send(visitor, token, passkey.Use(await (await Ask(visitor, token)).Content.ReadAsStringAsync()), target);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient visitor, string token) =>
        visitor.PostAsync($"{Door}/passkey/options", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

    private static Task<HttpResponseMessage> Send(HttpClient visitor, string token, string credential, string target) =>
        visitor.PostAsync(target, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("credential", credential)]));

    [GeneratedRegex($"action=\"{Me}/passkeys/([^/\"]+)/name\"")]
    private static partial Regex Id();
}
