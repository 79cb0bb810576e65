using System.Net;
using Emporium.Accounts.Consents;
using Emporium.Platform.Data;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Accounts.Buyers;

public sealed class NewsletterTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_is_on_the_list_before_their_mailbox_said_yes_and_the_proof_says_what_to(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        var visitor = store.Visitor();

        var asked = await SignUp(visitor, email, "/products");
        var question = await store.Letter(email, "newsletter.question");
        var link = store.Link(question, "/newsletter/confirm/");
        var page = await visitor.GetStringAsync(link);
        var before = await Consent(store, email);
        await visitor.Submit(link, link);
        var after = await Consent(store, email);

        Assert.Equal("/newsletter/asked", asked.Headers.Location?.OriginalString);
        Assert.Equal((ConsentStatus.Asked, ConsentStatus.Given), (before.Status, after.Status));
        Assert.Contains(before.Wording, page, StringComparison.Ordinal);
        Assert.Equal(("/products", 1), (after.Page, after.WordingVersion));
        Assert.NotNull(after.ConfirmedAt);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_scanner_that_opens_the_links_neither_confirms_nor_ends(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        var (visitor, scanner) = (store.Visitor(), store.Visitor());
        await SignUp(visitor, email);
        var confirm = store.Link(await store.Letter(email, "newsletter.question"), "/newsletter/confirm/");

        await scanner.GetAsync(confirm);
        var unconfirmed = (await Consent(store, email)).Status;
        await visitor.Submit(confirm, confirm);
        var welcome = await store.Letter(email, "newsletter.welcome");
        await scanner.GetAsync(store.Link(welcome, "/newsletter/end/"));
        var oneClick = await scanner.GetAsync(new Uri(welcome.UnsubscribeUrl!).AbsolutePath);

        Assert.Equal((ConsentStatus.Asked, ConsentStatus.Given), (unconfirmed, (await Consent(store, email)).Status));
        Assert.StartsWith("/newsletter/end/", oneClick.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_mail_program_ends_it_by_one_post_from_its_own_server(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        var visitor = store.Visitor();
        await SignUp(visitor, email);
        var confirm = store.Link(await store.Letter(email, "newsletter.question"), "/newsletter/confirm/");
        await visitor.Submit(confirm, confirm);
        var url = new Uri((await store.Letter(email, "newsletter.welcome")).UnsubscribeUrl!).AbsolutePath;

        using var provider = store.Api();
        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(url, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")])).Status());
        var ended = await Consent(store, email);
        var stale = await visitor.Submit("/account/sign-in", confirm);

        Assert.Equal((ConsentStatus.Withdrawn, "one-click"), (ended.Status, ended.EndedBy));
        Assert.Equal(HttpStatusCode.Gone, stale.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Who_is_on_the_list_and_who_is_not_get_the_same_answer_and_a_forged_form_none(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        var visitor = store.Visitor();
        await SignUp(visitor, email);
        var confirm = store.Link(await store.Letter(email, "newsletter.question"), "/newsletter/confirm/");
        await visitor.Submit(confirm, confirm);

        var again = await SignUp(visitor, email);
        var nonsense = await SignUp(visitor, "no address");
        using var stranger = store.Api();
        stranger.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var forged = await SignUp(stranger, CustomerVisitor.NewEmail());

        Assert.Equal((again.StatusCode, again.Headers.Location), (nonsense.StatusCode, nonsense.Headers.Location));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Single(await store.Letters(email, "newsletter.question"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Other_words_are_another_version_and_old_consents_keep_theirs(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (first, second) = (CustomerVisitor.NewEmail(), CustomerVisitor.NewEmail());
        var (owner, visitor) = (await store.Owner(), store.Visitor());
        await SignUp(visitor, first);
        await store.Letter(first, "newsletter.question");

        var saved = await owner.Submit("/admin/settings/newsletter", "/admin/settings/newsletter", ("offered", "true"), ("wording", "A postcard a year."));
        var page = await visitor.GetStringAsync("/products");
        await SignUp(visitor, second);
        await store.Letter(second, "newsletter.question");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("A postcard a year.", page, StringComparison.Ordinal);
        Assert.Equal((1, 2), ((await Consent(store, first)).WordingVersion, (await Consent(store, second)).WordingVersion));
        Assert.NotEqual("A postcard a year.", (await Consent(store, first)).Wording);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task At_checkout_the_box_is_empty_and_ticked_it_asks(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var product = await store.Product(0);
        var (yes, no) = (CustomerVisitor.NewEmail(), CustomerVisitor.NewEmail());

        var page = await CheckOut(store, product, no, wants: false);
        await CheckOut(store, product, yes, wants: true);
        await store.Letter(yes, "newsletter.question");

        Assert.Contains("name=\"letters\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("name=\"letters\"[^>]* checked", page);
        Assert.Equal("/checkout", (await Consent(store, yes)).Page);
        Assert.Empty(await store.Letters(no, "newsletter.question"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_desk_lists_them_and_exports_no_formulas(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await SignUp(store.Visitor(), "=cmd@example.org");
        await store.Letter("=cmd@example.org", "newsletter.question");
        var owner = await store.Owner();

        var list = await owner.GetAsync("/admin/subscribers").Text();
        var csv = await owner.GetStringAsync("/admin/subscribers/export.csv");

        Assert.Contains("=cmd@example.org", list, StringComparison.Ordinal);
        Assert.Contains("'=cmd@example.org,Asked", csv, StringComparison.Ordinal);
    }

    internal static async Task<HttpResponseMessage> SignUp(HttpClient visitor, string email, string page = "/")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/newsletter") { Content = new FormUrlEncodedContent([KeyValuePair.Create("email", email)]) };
        request.Headers.Referrer = new Uri(visitor.BaseAddress!, page);
        return await visitor.SendAsync(request);
    }

    private static async Task<string> CheckOut(TestStore store, Emporium.Catalog.Contracts.ProductId product, string email, bool wants)
    {
        var visitor = store.Visitor();
        await visitor.PostAsync("/cart/lines", new FormUrlEncodedContent([KeyValuePair.Create("product", product.ToString()), KeyValuePair.Create("quantity", "1")]));
        var page = await visitor.GetStringAsync("/checkout");
        var hidden = System.Text.RegularExpressions.Regex.Matches(page, "<input type=\"hidden\" name=\"(version|total|currency)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, m.Groups[2].Value));
        (string, string)[] fields = [.. hidden, ("email", email), ("country", "PT"), ("do", "pay"), .. wants ? [("letters", "true")] : Array.Empty<(string, string)>()];
        var placed = await visitor.Submit("/checkout", "/checkout", fields);
        Assert.Equal(HttpStatusCode.SeeOther, placed.StatusCode);
        return page;
    }

    private static Task<Consent> Consent(TestStore store, string email) => store.Do<StoreDb, Consent>(db => db.Set<Consent>().AsNoTracking().SingleAsync(c => c.Email == email));
}
