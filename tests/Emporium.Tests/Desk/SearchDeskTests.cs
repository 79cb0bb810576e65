using System.Net;
using Emporium.Platform.Pages;
using Emporium.Sales.Contracts;
using Emporium.Tests.Accounts;
using Emporium.Tests.Accounts.Buyers;
using Emporium.Tests.Catalog;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Desk;

public sealed class SearchDeskTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_order_is_found_by_its_number_its_id_and_its_buyer(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        var placed = await store.Checkout(await store.Cart(await store.Product()), email: $"finder-{database}@example.org").Answer(HttpStatusCode.Created);
        var order = await store.Order(OrderId.Parse(placed.GetProperty("order").GetString()!, null));

        foreach (var words in (string[])[order.Number, order.Number.ToLowerInvariant(), $"{order.Id}", $"FINDER-{database}@example.org"])
            Assert.Contains($"href=\"/admin/orders/{order.Id}\"", await Hits(owner, words), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_product_is_found_by_the_beginning_of_a_word_of_its_title(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of($"xylograph-{database.ToString().ToLowerInvariant()}") with { Title = "A Xylographer’s Notes" });

        Assert.Contains($"href=\"/admin/products/{product}\"", await Hits(await store.Owner(), "xylog"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_customer_is_found_by_the_beginning_of_their_address_and_name(TestDatabase database)
    {
        var store = await stores.On(database);
        var customer = await store.Customer(CustomerVisitor.NewEmail("zenobia"), "Ulrika Quist");
        var owner = await store.Owner();

        foreach (var words in (string[])["zenob", "ulrika q", $"{customer}"])
            Assert.Contains($"href=\"/admin/customers/{customer}\"", await Hits(owner, words), StringComparison.Ordinal);
        Assert.DoesNotContain($"{customer}", await Hits(owner, "quist"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_found_by_its_name_and_without_words_all_are_there()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();

        Assert.Contains("href=\"/admin/dead-letters\"", await Hits(owner, "dead let"), StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/settings/appearance\"", await Hits(owner, "color of butt"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/admin/orders\"", await Hits(owner, "dead"), StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/orders\"", await Hits(owner, " "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_finds_what_they_may_not_open()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var product = await store.Put(Drafts.Of("quixotic") with { Title = "Quixotic" });
        var (support, nobody) = (await store.Member("support"), await store.Member(null));

        Assert.DoesNotContain($"{product}", await Hits(support, "quixotic"), StringComparison.Ordinal);
        Assert.Contains("Nothing is called that", await Hits(nobody, ""), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await store.Visitor().GetAsync("/admin/search/hits?q=x")).StatusCode);
    }

    [Fact]
    public async Task The_page_finds_the_same_without_scripts_and_shows_hostile_words_as_words()
    {
        var owner = await (await stores.On(TestDatabase.Sqlite)).Owner();

        Assert.Contains("href=\"/admin/dead-letters\"", await owner.GetStringAsync("/admin/search?q=dead"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await owner.GetStringAsync("/admin/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27*"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/admin/search?q={new string('x', 3_000)}")).StatusCode);
    }

    [Fact]
    public async Task Each_letter_leads_to_one_page()
    {
        var keys = (await stores.On(TestDatabase.Sqlite)).Services.GetServices<MenuEntry>().Select(e => e.Key).OfType<char>().Append('s').ToList();

        Assert.Equal(keys.Distinct(), keys);
    }

    private static Task<string> Hits(HttpClient visitor, string words) => visitor.GetStringAsync($"/admin/search/hits?q={Uri.EscapeDataString(words)}");
}
