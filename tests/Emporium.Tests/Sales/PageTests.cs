using System.Net;
using System.Text.RegularExpressions;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Accounts;
using Emporium.Tests.Catalog;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Sales;

/// <summary>Buying and giving back as people do it, through pages and forms.</summary>
public sealed partial class PageTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_stranger_buys_through_the_pages(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = await WithCart(store, 2_900);
        Assert.Contains("Check out", await visitor.Page("/cart"), StringComparison.Ordinal);
        Assert.Contains(">1<", await visitor.GetStringAsync("/cart/badge", Ct), StringComparison.Ordinal);
        Assert.Contains("Pay €29.00", await visitor.Page("/checkout"), StringComparison.Ordinal);

        var placed = await Confirm(visitor);
        Assert.Equal(HttpStatusCode.SeeOther, placed.StatusCode);
        await store.Pay(placed.Headers.Location!.ToString());

        var order = await Newest(store);
        await store.Becomes(order.Id, OrderStatus.Paid);
        var thanks = await visitor.GetAsync(await ThanksOf(store, order), Ct);
        Assert.Contains("It is yours.", await thanks.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("Nothing here yet", await visitor.Page("/cart"), StringComparison.Ordinal);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_double_click_on_pay_is_one_order_and_one_payment_page(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = await WithCart(store, 2_900);
        var fields = Fields(await visitor.Page("/checkout"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.PostAsync("/checkout", Form(fields), Ct)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refused_form_keeps_what_was_typed(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = await WithCart(store, 2_900);

        var answer = await Confirm(visitor, email: "ada at example", name: "Ada Lovelace");

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"ada at example\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Ada Lovelace\"", html, StringComparison.Ordinal);
        Assert.Contains("does not look like an e-mail address", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_price_that_changed_is_shown_with_the_old_one_and_asked_again(TestDatabase database)
    {
        var store = await stores.On(database);
        var draft = Drafts.Of($"w-{Buying.NewKey()[^12..]}");
        using var visitor = store.Visitor();
        await visitor.PostAsync("/cart/lines", Form([("product", $"{await store.Put(draft)}")]), Ct);
        var fields = Fields(await visitor.Page("/checkout"));
        await store.Put(draft with { Prices = [new Money(3_900, "EUR")] });

        var answer = await visitor.PostAsync("/checkout", Form(fields), Ct);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("now costs €39.00 instead of €29.00", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync("/checkout", Form(Fields(html)), Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_form_from_elsewhere_is_refused(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = await WithCart(store, 2_900);
        var fields = Fields(await visitor.Page("/checkout")).Where(f => f.Name != "__RequestVerificationToken");
        Assert.True((int)(await visitor.PostAsync("/checkout", Form(fields), Ct)).StatusCode >= 400);
        Assert.Contains("Check out", await visitor.Page("/cart"), StringComparison.Ordinal);

        visitor.DefaultRequestHeaders.Remove("Origin");
        visitor.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/cart/lines", Form([("product", $"{await store.Product()}")]), Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_desk_shows_the_life_of_an_order_and_gives_money_back(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        using var owner = await store.Owner();
        var order = await store.Order(id);

        Assert.Contains(order.Number, await owner.GetStringAsync($"/admin/orders?q={order.Number[2..].ToLowerInvariant()}", Ct), StringComparison.Ordinal);
        Assert.Contains("Orders paid", await owner.GetStringAsync("/admin", Ct), StringComparison.Ordinal);
        var html = await owner.Page($"/admin/orders/{id}");
        Assert.All((string[])["Order placed", "Payment captured", "Order paid", "order.paid", "buyers_receipts", "ada@example.org"], text => Assert.Contains(text, html, StringComparison.Ordinal));

        var fields = Fields(await owner.Page($"/admin/orders/{id}/refund")).Where(f => f.Name is "__RequestVerificationToken" or "key" or "seen").Append(("cause", "Requested")).ToList();
        var refused = await owner.PostAsync($"/admin/orders/{id}/refunds", Form([.. fields, ("amount", "99"), ("reason", "")]), Ct);
        Assert.Contains("At most", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var done = await owner.PostAsync($"/admin/orders/{id}/refunds", Form([.. fields, ("amount", "9,50"), ("reason", "Asked for it")]), Ct);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Contains("Refund of €9.50 decided", await owner.Page($"/admin/orders/{id}"), StringComparison.Ordinal);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_orders_for_an_address_of_somebody_else_sees_nothing_that_was_bought_with_it(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Bought(await store.Product());
        var (id, token, _) = await store.Placed(await store.Cart(await store.Product(0)));
        await store.Settle();

        using var stranger = store.Visitor();
        var thanks = await stranger.Page($"/orders/{id}/thanks?token={token}");
        var key = LibraryLink().Match(thanks).Groups[1].Value;
        var things = (await store.Send(HttpMethod.Get, $"/api/v1/library?token={key}").Answer(HttpStatusCode.OK)).GetProperty("items");

        Assert.Equal([id.ToString()], things.EnumerateArray().Select(t => t.GetProperty("order").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/library/{key}", Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_form_of_a_page_without_referrer_is_one_of_ours(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = store.Visitor();
        visitor.DefaultRequestHeaders.Remove("Origin");
        visitor.DefaultRequestHeaders.Add("Origin", "null");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/cart/lines", Form([("product", $"{await store.Product()}")]), Ct)).StatusCode);

        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync("/cart/lines", Form([("product", $"{await store.Product()}")]), Ct)).StatusCode);
    }

    private static async Task<HttpClient> WithCart(TestStore store, long cents)
    {
        var visitor = store.Visitor();
        var answer = await visitor.PostAsync("/cart/lines", Form([("product", $"{await store.Product(cents)}")]), Ct);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return visitor;
    }

    private static async Task<HttpResponseMessage> Confirm(HttpClient visitor, string email = "ada@example.org", string name = "") =>
        await visitor.PostAsync("/checkout", Form(Fields(await visitor.Page("/checkout"), email, name)), Ct);

    private static Task<Order> Newest(TestStore store) =>
        store.Do<StoreDb, Order>(db => db.Set<Order>().AsNoTracking().OrderByDescending(o => o.PlacedAt).FirstAsync(Ct));

    private static Task<string> ThanksOf(TestStore store, Order order) =>
        store.Do<OrderLinks, string>(links => Task.FromResult(links.ThanksPath(order.Id, order.PlacedAt)));

    /// <summary>The hidden fields of the page's last forms, and what a buyer types.</summary>
    private static List<(string Name, string Value)> Fields(string html, string email = "ada@example.org", string name = "") =>
        [.. Hidden().Matches(html).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).GroupBy(f => f.Item1).Select(g => g.Last()), ("email", email), ("name", name), ("country", "PT"), ("do", "pay")];

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("href=\"/library/([^\"]+)\"")]
    private static partial Regex LibraryLink();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
