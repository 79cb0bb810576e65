using System.Net;
using System.Text.RegularExpressions;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Emporium.Tests.Accounts;

public sealed partial class SignInTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Desk = "/admin/events";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(TestDatabase database)
    {
        var store = await stores.On(database);

        var wrong = await Answer(store, await store.NewOwner(), "not the password at all");
        var unknown = await Answer(store, "nobody@example.com", DeskVisitor.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("do not belong together", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(wrong, unknown);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_unknown_address_costs_a_password_check_too(TestDatabase database)
    {
        var checks = new CountedChecks();
        await using var store = await TestStore.Open(database, change: services => services.AddSingleton<IPasswordHasher<StaffMember>>(checks));

        await Answer(store, await store.NewOwner(), "not the password at all");
        var known = checks.Count;
        await Answer(store, "nobody@example.com", "not the password at all");

        Assert.Equal((1, 2), (known, checks.Count));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Signing_out_ends_a_copied_cookie_too(TestDatabase database)
    {
        var store = await stores.On(database);
        var visitor = store.Visitor();
        var signedIn = await visitor.SignIn(await store.NewOwner());
        var thief = store.Api();
        thief.DefaultRequestHeaders.Add("Cookie", CookieOf(signedIn));

        var before = await thief.GetAsync(Desk);
        var signedOut = await visitor.PostAsync("/admin/sign-out", null);
        var after = await thief.GetAsync(Desk);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("/admin/sign-in", signedOut.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Each_sign_in_begins_a_session_of_its_own(TestDatabase database)
    {
        var store = await stores.On(database);
        var (visitor, email) = (store.Visitor(), await store.NewOwner());

        var (first, second) = (CookieOf(await visitor.SignIn(email)), CookieOf(await visitor.SignIn(email)));

        await visitor.PostAsync("/admin/sign-out", null);
        Assert.Equal(HttpStatusCode.OK, (await Get(store, first)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await Get(store, second)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_session_ends_after_twelve_idle_hours(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var visitor = await store.Owner();

        store.Clock.Advance(TimeSpan.FromHours(11));
        var used = await visitor.GetAsync(Desk);
        store.Clock.Advance(TimeSpan.FromHours(11));
        var stillUsed = await visitor.GetAsync(Desk);
        store.Clock.Advance(TimeSpan.FromHours(12));
        var idle = await visitor.GetAsync(Desk);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Found], new[] { used.StatusCode, stillUsed.StatusCode, idle.StatusCode });
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_changed_security_stamp_ends_every_session(TestDatabase database)
    {
        var store = await stores.On(database);
        var (visitor, email) = (store.Visitor(), await store.NewOwner());
        await visitor.SignIn(email);

        await store.Do<IServiceProvider>(async scope =>
        {
            var staff = scope.GetRequiredService<UserManager<StaffMember>>();
            await staff.UpdateSecurityStampAsync((await staff.FindByNameAsync(email))!);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync(Desk)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Too_many_attempts_stop_strangers_and_never_a_known_browser(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (known, email) = (store.Visitor(), await store.NewOwner());
        await known.SignIn(email);

        for (var attempt = 0; attempt < 5; attempt++) await store.Visitor().SignIn(email, "not the password at all");
        var stranger = await store.Visitor().SignIn(email);
        var owner = await known.SignIn(email);
        for (var attempt = 0; attempt < 5; attempt++) await store.Visitor().SignIn(email, "not the password at all");
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await store.Visitor().SignIn(email);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found, HttpStatusCode.Found], new[] { stranger.StatusCode, owner.StatusCode, later.StatusCode });
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_way_back_leads_only_into_the_store(TestDatabase database)
    {
        var store = await stores.On(database);
        var email = await store.NewOwner();

        foreach (var (asked, led) in new[] { ("/admin/jobs?x=1", "/admin/jobs?x=1"), ("https://evil.example", "/admin"), ("//evil.example", "/admin"), ("/\\evil.example", "/admin") })
        {
            var answer = await store.Visitor().SignIn(email, page: $"/admin/sign-in?returnUrl={Uri.EscapeDataString(asked)}");
            Assert.Equal(led, answer.Headers.Location?.OriginalString);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_led_back(TestDatabase database)
    {
        var store = await stores.On(database);

        var desk = await store.Visitor().GetAsync(Desk);
        var nothing = await store.Visitor().GetAsync("/there-is-no-such-page");

        Assert.Equal("/admin/sign-in?returnUrl=%2Fadmin%2Fevents", desk.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_form_without_its_token_is_refused(TestDatabase database)
    {
        var store = await stores.On(database);
        var fields = new Dictionary<string, string> { ["email"] = await store.NewOwner(), ["password"] = DeskVisitor.Password };

        var answer = await store.Visitor().PostAsync("/admin/sign-in", new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("emporium-desk", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Over_https_the_cookie_belongs_to_this_host_alone(TestDatabase database)
    {
        await using var store = await TestStore.Open(database, new Dictionary<string, string> { ["Store:Url"] = "https://store.example" });

        var answer = await store.Visitor().SignIn(await store.NewOwner());

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-emporium-desk=", StringComparison.Ordinal));
        foreach (var part in new[] { "path=/", "secure", "samesite=lax", "httponly" }) Assert.Contains(part, cookie, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Get(TestStore store, string cookie)
    {
        using var client = store.Api();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return await client.GetAsync(Desk);
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("emporium-desk=", StringComparison.Ordinal)).Split(';')[0];

    // Without what differs by nature: the token, and the address that was typed.
    private static async Task<(HttpStatusCode Status, string Html)> Answer(TestStore store, string email, string password)
    {
        var answer = await store.Visitor().SignIn(email, password);
        return (answer.StatusCode, Token().Replace(await answer.Content.ReadAsStringAsync(), "").Replace(email, "", StringComparison.Ordinal));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"")]
    private static partial Regex Token();

    private sealed class CountedChecks : IPasswordHasher<StaffMember>
    {
        private readonly PasswordHasher<StaffMember> real = new(Options.Create(new PasswordHasherOptions()));

        public int Count { get; private set; }

        public string HashPassword(StaffMember user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(StaffMember user, string hashedPassword, string providedPassword)
        {
            Count++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
