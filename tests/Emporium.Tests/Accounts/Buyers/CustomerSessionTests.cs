using System.Net;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts.Buyers;

public sealed class CustomerSessionTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Cookie = "emporium-customer";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Signing_out_ends_a_copied_cookie_too(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var visitor = store.Visitor();
        var signedIn = await visitor.Follow(await store.AskForLink(visitor, email));
        var thief = Thief(store, signedIn);

        var before = await thief.GetAsync("/account").Status();
        var signedOut = await visitor.PostAsync("/account/sign-out", null);
        var after = await thief.GetAsync("/account").Status();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (before, after));
        Assert.Equal("/account/sign-in?out=true", signedOut.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, await visitor.GetAsync("/account").Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Each_browser_is_listed_and_ended_from_another(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var (here, there) = (await store.SignedIn(email), await store.SignedIn(email, 2));

        var listed = await here.GetAsync("/account/sessions").Text();
        await here.Submit("/account/sessions", "/account/sessions/end-others");

        Assert.Contains("Sign out everywhere else", listed, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await here.GetAsync("/account").Status(), await there.GetAsync("/account").Status()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_ends_the_session_of_another(TestDatabase database)
    {
        var (store, mine, other) = (await stores.On(database), CustomerVisitor.NewEmail(), CustomerVisitor.NewEmail());
        await store.Customer(mine);
        await store.Customer(other);
        var (me, them) = (await store.SignedIn(mine), await store.SignedIn(other));
        var theirs = await store.Do<Emporium.Platform.Data.StoreDb, string>(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
            db.Set<Emporium.Accounts.Visiting.CustomerSession>().OrderByDescending(s => s.CreatedAt).Select(s => s.Id)))[0]);

        await me.Submit("/account/details", "/account/sessions/end", ("id", theirs));

        Assert.Equal(HttpStatusCode.OK, await them.GetAsync("/account").Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_session_ends_after_thirty_idle_days(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = CustomerVisitor.NewEmail();
        await store.Customer(email);
        var visitor = await store.SignedIn(email);

        store.Clock.Advance(TimeSpan.FromDays(29));
        var used = await visitor.GetAsync("/account").Status();
        store.Clock.Advance(TimeSpan.FromDays(29));
        var stillUsed = await visitor.GetAsync("/account").Status();
        store.Clock.Advance(TimeSpan.FromDays(30));
        var idle = await visitor.GetAsync("/account").Status();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Found), (used, stillUsed, idle));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_customer_is_nobody_at_the_desk_and_the_staff_are_no_customers(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var (customer, owner) = (await store.SignedIn(email), await store.Owner());

        Assert.Equal("/admin/sign-in", (await customer.GetAsync("/admin/customers")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/sign-in", (await owner.GetAsync("/account")).Headers.Location?.AbsolutePath);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Shared_pages_are_the_same_for_those_who_are_signed_in(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email, "Zoe of the cache");
        var customer = await store.SignedIn(email);

        var theirs = await customer.GetAsync("/products");
        var strangers = await store.Visitor().GetAsync("/products");

        Assert.Equal(await theirs.Content.ReadAsStringAsync(), await strangers.Content.ReadAsStringAsync());
        Assert.True(strangers.Headers.Age is not null, "The second visitor is served from the cache that the first one filled.");
        Assert.False(theirs.Headers.Contains("Set-Cookie"));
        Assert.Contains("no-store", (await customer.GetAsync("/account")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Over_https_the_cookies_belong_to_this_host_alone(TestDatabase database)
    {
        await using var store = await TestStore.Open(database, new Dictionary<string, string> { ["Store:Url"] = "https://store.example" });
        var email = CustomerVisitor.NewEmail();
        await store.Customer(email);
        var visitor = store.Visitor();

        var asked = await visitor.Submit("/account/sign-in", "/account/sign-in", ("email", email));
        var signedIn = await visitor.Follow(store.Link(await store.Letter(email, "account.sign_in")), confirmed: true);

        foreach (var (answer, name) in new[] { (asked, "__Host-emporium-asked"), (signedIn, $"__Host-{Cookie}") })
        {
            var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith($"{name}=", StringComparison.Ordinal));
            foreach (var part in new[] { "path=/", "secure", "samesite=lax", "httponly" }) Assert.Contains(part, cookie, StringComparison.Ordinal);
        }
    }

    private static HttpClient Thief(TestStore store, HttpResponseMessage signedIn)
    {
        var thief = store.Api();
        thief.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith($"{Cookie}=", StringComparison.Ordinal)).Split(';')[0]);
        return thief;
    }
}
