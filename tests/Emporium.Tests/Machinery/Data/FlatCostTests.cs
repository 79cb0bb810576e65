using System.Globalization;
using System.Net;
using Emporium.Catalog.Contracts;
using Emporium.Ledger.Balances;
using Emporium.Sales.Desk.Home;
using Emporium.Tests.Accounts;
using Emporium.Tests.Accounts.Buyers;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;

namespace Emporium.Tests.Machinery.Data;

/// <summary>Every question has its index: what a visit costs the database does not grow with what is in it.</summary>
public sealed class FlatCostTests
{
    /// <summary>More than any page shows, so that a longer table does not mean a longer page.</summary>
    private const int Few = 60;

    private const int Many = 180;
    private const int Measured = 6;

    /// <summary>What deeper trees and rows on another page may cost; a question that reads a whole table costs several times more.</summary>
    private const double Deeper = 1.3;

    private const int Least = 300;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_question_costs_more_in_a_store_that_has_sold_more()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        var product = await store.Product();
        using var count = new StepCount(Path.Combine(store.Folder, "store.db"));

        await Sell(store, product, Few);
        var few = await Cost(store, product, count);
        await Sell(store, product, Many - Few);
        var many = await Cost(store, product, count);

        var known = many.Where(statement => few.ContainsKey(statement.Key)).ToList();
        Assert.True(known.Count > 60, $"Only {known.Count} statements were seen twice.");
        var dearer = known.Where(statement => statement.Value.EachRun > few[statement.Key].EachRun * Deeper + Least)
            .Select(statement => string.Create(CultureInfo.InvariantCulture, $"{few[statement.Key].EachRun:0} steps became {statement.Value.EachRun:0}: {statement.Key}")).ToList();
        Assert.True(dearer.Count == 0, string.Join("\n\n", dearer));
    }

    /// <summary>On a new day: figures of today cost what was sold today.</summary>
    private static async Task<IReadOnlyDictionary<string, StepCount.Cost>> Cost(TestStore store, ProductId product, StepCount count)
    {
        store.Clock.Advance(TimeSpan.FromHours(30));
        await store.Do<TakeSnapshots>(job => job.Run(Ct));
        await store.Do<SumDays>(job => job.Run(Ct));
        var owner = await store.Owner();
        await Buy(store, product);
        var (customer, page) = await Newest(store, owner);
        count.Take();
        for (var i = 0; i < Measured; i++)
        {
            var (order, library) = await Buy(store, product);
            await Visit(store.Visitor(), library, "/");
            await Visit(owner, "/admin", "/admin/orders", $"/admin/orders/{order}", "/admin/events", "/admin/inbox", "/admin/mails", "/admin/jobs", "/admin/ledger",
                "/admin/dead-letters", "/admin/products", $"/admin/products/{product}", "/api/v1/products", "/admin/orders?q=ada%40example.org",
                "/admin/customers", "/admin/customers?q=0", page, "/admin/subscribers", "/api/v1/consents");
            await Visit(customer, "/account", "/account/orders", "/account/library", "/account/keys", "/account/consents", "/account/sessions", "/account/data");
        }
        return count.Take();
    }

    private static async Task Sell(TestStore store, ProductId product, int orders) =>
        await Parallel.ForEachAsync(Enumerable.Range(0, orders), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (_, _) => await Buy(store, product));

    /// <summary>Asks the store itself until it is delivered: a question of the test's own would be counted with the store's.</summary>
    private static async Task<(string Order, string Library)> Buy(TestStore store, ProductId product)
    {
        var cart = await store.Cart(product);
        var answer = await store.Checkout(cart, email: $"{Buying.NewKey()}@example.org").Answer(HttpStatusCode.Created);
        var (order, token) = (answer.GetProperty("order").GetString()!, answer.GetProperty("token").GetString()!);
        await store.Pay(answer.GetProperty("pay").GetProperty("url").GetString()!);
        using var buyer = store.Visitor();
        var library = "";
        await TestStore.Until(async () => (library = LinkToLibrary(await buyer.Page($"/orders/{order}/thanks?token={token}"))).Length > 0);
        return (order, library);
    }

    /// <summary>The customer who bought last, signed in, and the desk's page about them.</summary>
    private static async Task<(HttpClient Customer, string Page)> Newest(TestStore store, HttpClient owner)
    {
        var list = await owner.Page("/admin/customers");
        var row = System.Text.RegularExpressions.Regex.Match(list, "href=\"(/admin/customers/cus_[^\"]+)\">([^<]+)<");
        return (await store.SignedIn(row.Groups[2].Value), row.Groups[1].Value);
    }

    private static string LinkToLibrary(string page)
    {
        var start = page.IndexOf("href=\"/library/", StringComparison.Ordinal);
        return start < 0 ? "" : page[(start + 6)..page.IndexOf('"', start + 6)];
    }

    private static async Task Visit(HttpClient visitor, params IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            using var page = await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{path}: {(int)page.StatusCode}");
        }
    }
}
