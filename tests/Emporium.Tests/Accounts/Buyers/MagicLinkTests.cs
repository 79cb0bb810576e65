using System.Net;
using Emporium.Accounts.Links;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Accounts.Buyers;

public sealed class MagicLinkTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_link_signs_in_where_it_was_asked_for_and_leads_back(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var visitor = store.Visitor();

        var stranger = await visitor.GetAsync("/account/orders");
        await visitor.Submit(stranger.Headers.Location!.PathAndQuery, stranger.Headers.Location!.PathAndQuery, ("email", email));
        var link = store.Link(await store.Letter(email, "account.sign_in"));
        var page = await visitor.GetStringAsync(link);
        var signedIn = await visitor.Follow(link);

        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Forders", stranger.Headers.Location!.PathAndQuery);
        Assert.Contains("data-submit-now", page, StringComparison.Ordinal);
        Assert.Equal("/account/orders", signedIn.Headers.Location?.OriginalString);
        Assert.Contains(email, await visitor.GetAsync("/account").Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_link_works_once(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var visitor = store.Visitor();
        var link = await store.AskForLink(visitor, email);
        var form = await visitor.GetStringAsync(link);

        await visitor.Follow(link);
        var reused = await visitor.GetAsync(link);
        var posted = await visitor.PostAsync(link, Form(form));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (reused.StatusCode, posted.StatusCode));
        Assert.Contains("used before", await reused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Send me a link", await reused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_clicks_at_once_one_signs_in(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var visitor = store.Visitor();
        var link = await store.AskForLink(visitor, email);
        var form = await visitor.GetStringAsync(link);

        var answers = await Task.WhenAll(visitor.PostAsync(link, Form(form)), visitor.PostAsync(link, Form(form)));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Gone], answers.Select(a => a.StatusCode).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_mail_scanner_that_opens_every_link_uses_nothing_up(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var (visitor, scanner) = (store.Visitor(), store.Visitor());
        var link = await store.AskForLink(visitor, email);

        for (var look = 0; look < 3; look++) Assert.Equal(HttpStatusCode.OK, await scanner.GetAsync(link).Status());
        using var head = new HttpRequestMessage(HttpMethod.Head, link);
        await scanner.SendAsync(head);
        Assert.DoesNotContain("data-submit-now", await scanner.GetStringAsync(link), StringComparison.Ordinal);

        Assert.Equal("/account", (await visitor.Follow(link)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, await scanner.GetAsync("/account").Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task In_another_browser_it_asks_first_and_says_what_was_asked_where(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail("zoe"));
        await store.Customer(email);
        var (asker, other) = (store.Visitor(), store.Visitor());
        asker.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var link = await store.AskForLink(asker, email);

        var page = await other.GetAsync(link).Text();
        var unasked = await other.Follow(link);
        var before = await other.GetAsync("/account").Status();
        var confirmed = await other.Follow(link, confirmed: true);

        Assert.Contains("in another browser", page, StringComparison.Ordinal);
        Assert.Contains("Firefox on Windows", page, StringComparison.Ordinal);
        Assert.Contains("zo…@example.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain(email, page, StringComparison.Ordinal);
        Assert.Equal((link, HttpStatusCode.Found), (unasked.Headers.Location?.OriginalString, before));
        Assert.Equal("/account", confirmed.Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await other.GetAsync("/account").Status(), await asker.GetAsync("/account").Status()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_forged_link_and_a_late_one_lead_calmly_to_a_new_one(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = CustomerVisitor.NewEmail();
        await store.Customer(email);
        var visitor = store.Visitor();
        var link = await store.AskForLink(visitor, email);
        var form = await visitor.GetStringAsync(link);

        var forged = await visitor.GetAsync(link[..^1] + (link[^1] is 'A' ? 'B' : 'A'));
        store.Clock.Advance(TimeSpan.FromMinutes(20));
        var late = await visitor.GetAsync(link);
        var posted = await visitor.PostAsync(link, Form(form));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.Gone], new[] { forged.StatusCode, late.StatusCode, posted.StatusCode });
        foreach (var answer in new[] { forged, late, posted }) Assert.Contains("Send me a link", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await visitor.GetAsync("/account").Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_asks_for_an_unknown_address_sees_the_same_and_nothing_is_written(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (known, unknown) = (CustomerVisitor.NewEmail(), CustomerVisitor.NewEmail());
        await store.Customer(known);

        var (one, other) = (await Ask(store, known), await Ask(store, unknown));
        await store.Letter(known, "account.sign_in");
        var last = CustomerVisitor.NewEmail();
        await store.Customer(last);
        await store.AskForLink(store.Visitor(), last);

        Assert.Equal(one, other);
        Assert.Empty(await store.Letters(unknown));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_answer_does_not_wait_for_the_look_at_the_address(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = CustomerVisitor.NewEmail();
        await store.Customer(email);

        var asked = await store.Visitor().Submit("/account/sign-in", "/account/sign-in", ("email", email));

        // What is only in the database is not in the answer's way: the row comes behind it.
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        await store.Letter(email, "account.sign_in");
        Assert.Equal(1, await store.Do<StoreDb, int>(db => db.Set<Link>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_mailbox_gets_five_links_an_hour_whoever_asks(TestDatabase database)
    {
        await using var store = await TestStore.Open(database, new Dictionary<string, string> { ["RateLimits:SignInPerMinute"] = "1000" });
        var (email, last) = (CustomerVisitor.NewEmail(), CustomerVisitor.NewEmail());
        await store.Customer(email);
        await store.Customer(last);

        for (var ask = 0; ask < 7; ask++) await Ask(store, email);
        await store.AskForLink(store.Visitor(), last);
        var letters = await store.Letters(email, "account.sign_in");
        store.Clock.Advance(TimeSpan.FromHours(1));
        await store.AskForLink(store.Visitor(), email, nth: 6);

        Assert.Equal(5, letters.Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_address_that_asks_too_often_is_told_to_wait(TestDatabase database)
    {
        await using var store = await TestStore.Open(database, new Dictionary<string, string> { ["RateLimits:SignInPerMinute"] = "3" });

        var answers = new List<HttpStatusCode>();
        for (var ask = 0; ask < 4; ask++) answers.Add(await store.Visitor().Submit("/account/sign-in", "/account/sign-in", ("email", CustomerVisitor.NewEmail())).Status());

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_way_back_leads_only_into_the_store(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        foreach (var asked in new[] { "https://evil.example", "//evil.example", "/\\evil.example" })
        {
            var (email, visitor) = (CustomerVisitor.NewEmail(), store.Visitor());
            await store.Customer(email);
            var page = $"/account/sign-in?returnUrl={Uri.EscapeDataString(asked)}";
            await visitor.Submit(page, page, ("email", email));
            var signedIn = await visitor.Follow(store.Link(await store.Letter(email, "account.sign_in")));

            Assert.Equal("/account", signedIn.Headers.Location?.OriginalString);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_database_alone_opens_no_link(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        var id = await store.Customer(email);
        var visitor = store.Visitor();
        var link = await store.AskForLink(visitor, email);

        var stored = await store.Do<StoreDb, Link>(db => db.Set<Link>().SingleAsync(l => l.CustomerId == id));

        Assert.DoesNotContain(stored.Id, link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.GetAsync($"/account/links/{stored.Id}").Status());
    }

    private static FormUrlEncodedContent Form(string html) => new(new Dictionary<string, string>
    {
        ["confirmed"] = "false",
        ["__RequestVerificationToken"] = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value,
    });

    private static async Task<(HttpStatusCode Status, string? To, string Page, string Cookies)> Ask(TestStore store, string email)
    {
        var visitor = store.Visitor();
        var answer = await visitor.Submit("/account/sign-in", "/account/sign-in", ("email", email));
        var cookies = string.Join(' ', answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split('=')[0]) : []);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, await visitor.GetStringAsync(answer.Headers.Location), cookies);
    }
}
