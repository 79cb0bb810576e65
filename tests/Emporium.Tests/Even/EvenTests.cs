using System.Net;
using Emporium.Catalog.Contracts;
using Emporium.Even.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Accounts;
using Emporium.Tests.Accounts.Buyers;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Even;

public sealed class EvenTests
{
    private static readonly (string, string)[] Month = [("currency", "EUR"), ("fixed", "600.00"), ("name-0", "The <b>book</b>"), ("price-0", "24.00"), ("cost-0", "1.40"), ("sales-0", "40")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_bought_it_finds_the_door_in_their_library_and_what_they_kept_behind_it(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await store.Bought(await Tool(store));
        var holder = await store.SignedIn("ada@example.org");

        var library = await holder.GetAsync("/account/library").Text();
        var kept = await holder.Submit("/even", "/even", [.. Month, ("version", "0")]);
        var page = await holder.GetStringAsync("/even", Ct);

        Assert.Contains("href=\"/even\"", library, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/even"), (kept.StatusCode, kept.Headers.Location?.OriginalString));
        Assert.Contains("The month has paid for itself at 67 % of this plan", page, StringComparison.Ordinal);
        Assert.Contains("The &lt;b&gt;book&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task It_is_closed_to_strangers_to_customers_without_it_and_after_a_refund(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (order, _) = await store.Bought(await Tool(store));
        await store.Customer("eve@example.org");
        var (holder, other) = (await store.SignedIn("ada@example.org"), await store.SignedIn("eve@example.org"));
        var before = await holder.GetAsync("/even").Status();

        await store.Do<IServiceProvider>(scope => scope.GetRequiredService<RefundOrder>().Handle(order, OrderRefundId.New(store.Clock), new(null, "Asked for it"), "tests", new Idempotency(), Ct));
        await store.Becomes(order, OrderStatus.Refunded);
        var answers = (await store.Visitor().GetAsync("/even").Status(), await other.GetAsync("/even").Status(), await holder.GetAsync("/even").Status());

        Assert.Equal((HttpStatusCode.OK, (HttpStatusCode.Found, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)), (before, answers));
        Assert.Contains("eve@example.org does not have it", await other.GetAsync("/even").Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/even\"", await holder.GetAsync("/account/library").Text(), StringComparison.Ordinal);
        var forced = await holder.Submit("/account/details", "/even", [.. Month, ("version", "0")]);
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_slip_and_a_second_window_lose_nothing_that_was_written(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await store.Bought(await Tool(store));
        var holder = await store.SignedIn("ada@example.org");

        var slip = await holder.Submit("/even", "/even", [.. Month, ("name-1", "The workshop"), ("sales-1", "many"), ("version", "0")]);
        var kept = await holder.Submit("/even", "/even", [.. Month, ("version", "0")]);
        var late = await holder.Submit("/even", "/even", ("currency", "EUR"), ("fixed", "1.00"), ("name-0", "Written late"), ("sales-0", "1"), ("version", "0"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (slip.StatusCode, kept.StatusCode, late.StatusCode));
        var text = await slip.Content.ReadAsStringAsync(Ct);
        Assert.Contains("id=\"field-sales-1-error\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Written late\"", await late.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("600.00", await holder.GetStringAsync("/even", Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_sheet_is_in_the_export_of_its_writer_and_goes_with_them(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await store.Bought(await Tool(store));
        var holder = await store.SignedIn("ada@example.org");
        await holder.Submit("/even", "/even", [.. Month, ("version", "0")]);

        var before = await Exported(store);
        await store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetServices<IPersonalData>().Single(d => d.Module == "Even").Erase("ada@example.org", Ct);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
        });

        Assert.Equal((true, false), (before, await Exported(store)));
    }

    [Fact]
    public async Task A_store_that_does_not_sell_it_has_no_such_page_and_says_nothing_of_it()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        await store.Bought(await store.Product());
        var customer = await store.SignedIn("ada@example.org");

        Assert.Equal(HttpStatusCode.NotFound, await customer.GetAsync("/even").Status());
        Assert.DoesNotContain("Even", await store.Visitor().GetStringAsync("/legal/privacy", Ct), StringComparison.Ordinal);
        await Tool(store);
        Assert.Contains("When you use Even", await store.Visitor().GetStringAsync("/legal/privacy", Ct), StringComparison.Ordinal);
    }

    private static async Task<ProductId> Tool(TestStore store)
    {
        var product = await store.Product();
        await store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<ISettings>().Set(new EvenProduct { Product = product }, Ct);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
        });
        return product;
    }

    private static Task<bool> Exported(TestStore store) =>
        store.Do<IServiceProvider, bool>(async scope => await scope.GetServices<IPersonalData>().Single(d => d.Module == "Even").Export("ada@example.org", Ct) is not null);
}
