using System.Net;
using System.Text.RegularExpressions;
using Emporium.Platform.Jobs;
using Emporium.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;
using Emporium.Tests.Support;

namespace Emporium.Tests.Delivery;

public sealed partial class LibraryPageTests(SmallHouses houses) : IClassFixture<SmallHouses>
{
    private SmallHouse house = null!;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_library_shows_what_is_owned_and_tells_nobody_its_address(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File([1, 2, 3, 4], "Plain Dealing.epub");
        var purchase = await house.Buy(file.Product, limit: 5, issuesLicense: true);

        var response = await house.Client().GetAsync($"/library/{purchase.Token}");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Plain Dealing.epub", page, StringComparison.Ordinal);
        Assert.Contains("EPUB, 4\u00A0bytes, 5 of 5 downloads left", page, StringComparison.Ordinal);
        Assert.Contains(file.Sha256, page, StringComparison.Ordinal);
        Assert.Matches("EMP(-[0-9A-Z]{5}){5}", page);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_new_version_is_marked_with_its_note_and_can_be_fetched_though_the_last_was_used_up(TestDatabase database)
    {
        house = await houses.On(database);
        var first = await house.File([1, 2, 3], "updated.epub");
        var purchase = await house.Buy(first.Product, limit: 1);
        Assert.Equal([1, 2, 3], await house.Client().GetByteArrayAsync(await house.Link(purchase, first)));
        Assert.DoesNotContain("Updated", await house.Client().GetStringAsync($"/library/{purchase.Token}"), StringComparison.Ordinal);

        house.Clock.Advance(TimeSpan.FromDays(1));
        var second = await house.File([4, 5, 6], "updated.epub");
        house.Played.Files.TryRemove(first.Id, out _);
        house.Played.Files[second.Id] = second = second with { Product = first.Product, Number = 2, AddedAt = house.Clock.GetUtcNow(), Note = "Page 12 is right now." };

        var page = WebUtility.HtmlDecode(await house.Client().GetStringAsync($"/library/{purchase.Token}"));
        Assert.Contains("Updated", page, StringComparison.Ordinal);
        Assert.Contains("Page 12 is right now.", page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 downloads left", page, StringComparison.Ordinal);
        Assert.Equal([4, 5, 6], await house.Client().GetByteArrayAsync(await house.Link(purchase, second)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_download_button_counts_once_until_the_file_is_fetched(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File([5, 6, 7]);
        var purchase = await house.Buy(file.Product, limit: 5);
        var browser = house.Client();
        var (form, cookie) = await Form(browser, $"/library/{purchase.Token}");

        var first = await Post(browser, $"/library/{purchase.Token}/downloads", form, cookie);
        var again = await Post(browser, $"/library/{purchase.Token}/downloads", form, cookie);
        var bytes = await browser.GetByteArrayAsync(first.Headers.Location);
        var later = await Post(browser, $"/library/{purchase.Token}/downloads", form, cookie);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal([5, 6, 7], bytes);
        Assert.NotEqual(first.Headers.Location, later.Headers.Location);
        Assert.Equal(3, (await house.Library(purchase.Token))["items"]![0]!["files"]![0]!["downloadsLeft"]!.GetValue<int>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_download_form_without_its_token_is_refused(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File([5, 6, 7]);
        var purchase = await house.Buy(file.Product);
        var entitlement = (await house.Library(purchase.Token))["items"]![0]!["entitlement"]!.GetValue<string>();

        var response = await Post(house.Client(), $"/library/{purchase.Token}/downloads", new() { ["entitlement"] = entitlement, ["file"] = file.Id.ToString() }, cookie: null);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_suspended_thing_is_explained_and_has_no_button(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await house.Buy((await house.File([1])).Product);
        await house.Tell(new Emporium.Sales.Contracts.OrderDisputed(purchase.Order), purchase.Order, 3);

        var page = await house.Client().GetStringAsync($"/library/{purchase.Token}");

        Assert.Contains("disputed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"entitlement\"", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refunded_thing_stays_named_with_the_reason_and_without_its_files(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await house.Buy((await house.File([1])).Product);
        await house.Tell(new Emporium.Sales.Contracts.OrderRefunded(purchase.Order, null, purchase.Paid.Total, IsFull: true), purchase.Order, 3);

        var page = await house.Client().GetStringAsync($"/library/{purchase.Token}");

        Assert.Contains("Your access ended", page, StringComparison.Ordinal);
        Assert.Contains("The order was refunded.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_empty_library_says_what_it_will_hold(TestDatabase database)
    {
        house = await houses.On(database);
        var token = house.Services.GetRequiredService<Emporium.Delivery.Library.LibraryLinks>().TokenFor(house.Played.Customer(house.Clock));

        Assert.Contains("Nothing is here yet", await house.Client().GetStringAsync($"/library/{token}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_expired_or_tampered_link_offers_a_new_one(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await house.Buy((await house.File([1])).Product);
        var tampered = await house.Client().GetAsync($"/library/{purchase.Token[..^1]}{(purchase.Token[^1] == 'A' ? 'B' : 'A')}");
        house.Clock.Advance(TimeSpan.FromDays(366));
        var expired = await house.Client().GetAsync($"/library/{purchase.Token}");

        Assert.Equal(HttpStatusCode.NotFound, tampered.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, expired.StatusCode);
        foreach (var response in new[] { tampered, expired })
            Assert.Contains("Send me a new link", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Asking_for_a_link_answers_the_same_to_everybody_and_writes_once_an_hour(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await house.Buy((await house.File([1])).Product);
        var customer = (await house.Played.Find(purchase.Paid.Customer, TestContext.Current.CancellationToken))!;
        var browser = house.Client();
        var (form, cookie) = await Form(browser, "/library");

        var known = await Post(browser, "/library/links", new(form) { ["email"] = customer.Email.ToUpperInvariant() }, cookie);
        var again = await Post(browser, "/library/links", new(form) { ["email"] = customer.Email }, cookie);
        var unknown = await Post(browser, "/library/links", new(form) { ["email"] = "nobody@example.com" }, cookie);
        await Errand();
        house.Clock.Advance(TimeSpan.FromHours(1));
        await Post(browser, "/library/links", new(form) { ["email"] = customer.Email }, cookie);
        await Errand();

        Assert.Equal(HttpStatusCode.SeeOther, known.StatusCode);
        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
        Assert.Equal(known.Headers.Location, again.Headers.Location);
        await using var scope = house.Services.CreateAsyncScope();
        var mail = scope.ServiceProvider.GetRequiredService<IMailDesk>();
        var letter = await mail.Open((await Letters())[0].Id, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Links().Match(letter!.Text).Value)).StatusCode);
        Assert.Equal(2, (await Letters()).Count);

        async Task<IReadOnlyList<MailSummary>> Letters()
        {
            await using var inner = house.Services.CreateAsyncScope();
            return await inner.ServiceProvider.GetRequiredService<IMailDesk>().About(customer.Id.ToString(), TestContext.Current.CancellationToken);
        }

        // Letters are written behind the answer, one after the other: when this one's turn comes, those before it are done.
        async Task Errand()
        {
            var done = new TaskCompletionSource();
            house.Services.GetRequiredService<Errands>().Add<IServiceProvider>((_, _) =>
            {
                done.SetResult();
                return Task.CompletedTask;
            });
            await done.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(Dictionary<string, string> Form, string? Cookie)> Form(HttpClient browser, string path)
    {
        var response = await browser.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync();
        var cookie = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies.Select(c => c.Split(';')[0])) : null;
        return (Hidden().Matches(page).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value)), cookie);
    }

    private static Task<HttpResponseMessage> Post(HttpClient browser, string path, Dictionary<string, string> form, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return browser.SendAsync(request);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("http://127[^ ]+/library/[A-Za-z0-9_-]+")]
    private static partial Regex Links();
}
